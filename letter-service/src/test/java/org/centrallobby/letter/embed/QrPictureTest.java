package org.centrallobby.letter.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String LINK = "https://letters.example.org/c/library-hours?from=Zk3_9-aQ";

    @Test
    void aCameraReadsTheVeryLink() {
        var read = ReadQrCode.of(QrPicture.of(LINK, "QR code"));

        assertThat(read.text()).isEqualTo(LINK);
        assertThat(read.level()).isIn("M", "Q", "H");
        assertThat(read.quietZone()).isEqualTo(4);
    }

    @Test
    void aLongLinkIsReadToo() {
        var link = "https://letters.a-rather-long-name-of-a-campaign.example.org/c/" + "a".repeat(60) + "?from="
                + "b".repeat(32);

        assertThat(ReadQrCode.of(QrPicture.of(link, "QR code")).text()).isEqualTo(link);
    }

    @Test
    void everyLinkIsRead() {
        for (var number = 0; number < 300; number++) {
            var link = "https://letters.example.org/c/library-hours?from=" + Integer.toString(number * 7_654_321, 36);
            assertThat(ReadQrCode.of(QrPicture.of(link, "QR code")).text()).isEqualTo(link);
        }
    }

    @Test
    void aTitleIsTextAndNothingElse() {
        assertThat(QrPicture.of(LINK, "Bread & <script>alert(1)</script>"))
                .contains("<title>Bread &amp; &lt;script&gt;alert(1)&lt;/script&gt;</title>")
                .doesNotContain("<script");
    }
}
