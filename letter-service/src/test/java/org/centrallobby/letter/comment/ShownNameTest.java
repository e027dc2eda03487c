package org.centrallobby.letter.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.letter.campaign.CommentNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNameTest {
    @ParameterizedTest
    @CsvSource({
        "Gwen Hughes, Gwen H., Gwen",
        "Dr. Gwen Mary Hughes, Gwen H., Gwen",
        "Rt Sir gwen hughes, Rt H., Rt",
        "Gwen, Gwen, Gwen",
        "Sir, Sir, Sir",
        "Łucja Ñandú-Brown, Łucja Ñ., Łucja",
        "Siân 'de Groot', Siân G., Siân",
        "李 小龍, 李 小., 李",
        "😀 Gwen 😀 Hughes 😀, Gwen H., Gwen"
    })
    void aCommentShowsAsLittleOfTheNameAsTheCampaignWants(String full, String withInitial, String first) {
        assertThat(ShownName.of(full, CommentNames.FIRST_AND_INITIAL)).isEqualTo(withInitial);
        assertThat(ShownName.of(full, CommentNames.FIRST)).isEqualTo(first);
    }

    @Test
    void aNameWithoutLettersAndOneWithoutEndAreBoundedToo() {
        assertThat(ShownName.of("😀 😀", CommentNames.FIRST)).isEqualTo("A supporter");
        assertThat(ShownName.of("x".repeat(100), CommentNames.FIRST)).hasSize(40);
    }
}
