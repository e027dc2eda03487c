package org.centrallobby.letter.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTagTest {
    private final VersionTag tag = new VersionTag(3);

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "*", "\"1\", \"3\""})
    void whoHasSeenThePresentVersionMayChangeIt(String ifMatch) {
        assertThatCode(() -> tag.requireMatch(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "\"33\""})
    void whoHasSeenAnotherMayNot(String ifMatch) {
        assertThatThrownBy(() -> tag.requireMatch(ifMatch))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> org.assertj.core.api.Assertions.assertThat(failure.type())
                                .isEqualTo(ProblemType.PRECONDITION_FAILED));
    }

    @Test
    void whoDoesNotSayIsAsked() {
        assertThatThrownBy(() -> tag.requireMatch(null))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> org.assertj.core.api.Assertions.assertThat(failure.type())
                                .isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }
}
