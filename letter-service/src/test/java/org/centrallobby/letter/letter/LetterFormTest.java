package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.junit.jupiter.api.Test;

class LetterFormTest {
    private final LetterForm form = new LetterForm();

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        form.name(" ");
        form.email("nobody");
        form.address("1\n2\n3\n4\n5\n6");
        form.subject("x".repeat(151));
        form.body(null);

        assertThat(catchThrowableOfType(Failure.class, form::check).errors())
                .extracting(FieldError::pointer)
                .containsExactly("#/name", "#/email", "#/address", "#/subject", "#/body");
    }

    @Test
    void whatFitsPasses() {
        assertThat(form.name("x".repeat(100))).hasSize(100);
        assertThat(form.body("👍".repeat(10_000)).codePointCount(0, 20_000)).isEqualTo(10_000);
        assertThat(form.email(" Sian@Example.ORG ")).isEqualTo("Sian@example.org");
        form.check();
    }

    @Test
    void whatIsFarTooLongIsNotEvenCleaned() {
        form.body("x".repeat(1_000_000));

        assertThatThrownBy(form::check).isInstanceOf(Failure.class);
    }
}
