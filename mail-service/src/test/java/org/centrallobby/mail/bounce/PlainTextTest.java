package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void whatIsSeenIsLeft() {
        assertThat(PlainText.ofHtml("""
                <html><head><title>x</title><style>p { color: red }</style></head>
                <body class="a"><p lang="en">Dear&nbsp;Ann,</p><!-- y --><script src="z">1 > 0</script >
                <div>thank you &amp; yours<br/>Si&#xe2;n</div></body></html>""")).isEqualTo("Dear Ann,\n\nthank you & yours\nSiân");
    }

    /** Tags that never end were looked at to the end of the page, each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p ",
                "<br",
                "</div ",
                "<script ",
                "<script>",
                "<head><script ",
                "</script ",
                "<script></script ",
                "<!-",
                "<a ",
                "<",
                "&#",
                "&amp",
                " \n",
                "<p\n"
            })
    void aPageThatIsMadeToBeSlowIsReadInOnePass(String piece) {
        var page = piece.repeat(1_000_000 / piece.length());

        assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(PlainText.ofHtml(page)).isNotNull());
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(PlainText.ofHtml("<script " + page)).isNotNull());
    }
}
