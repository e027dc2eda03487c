package org.centrallobby.letter.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommentLifecycleTest {
    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnStaysSoAndEverythingElseCanBeWithdrawn(CommentState state) {
        assertThat(CommentLifecycle.allows(CommentState.WITHDRAWN, state)).isFalse();
        assertThat(CommentLifecycle.allows(state, CommentState.WITHDRAWN)).isEqualTo(state != CommentState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonStandsBeforeThePublicAndNothingComesBackFromRejection(CommentState state) {
        assertThat(CommentLifecycle.allows(state, CommentState.APPROVED))
                .isEqualTo(state == CommentState.PENDING || state == CommentState.REPORTED);
        assertThat(CommentLifecycle.allows(state, CommentState.PENDING)).isFalse();
    }

    @Test
    void complaintsHideOnlyWhatIsShown() {
        assertThat(CommentState.values())
                .filteredOn(state -> CommentLifecycle.allows(state, CommentState.REPORTED))
                .containsExactly(CommentState.APPROVED);
    }
}
