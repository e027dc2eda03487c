package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supporter sends their letter from their own mailbox. */
@ExtendWith(RunningPlatform.class)
class OwnMailboxJourneyTest {
    private final Stage stage;

    OwnMailboxJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aLetterCountsWhenItsCopyReachesTheAddressThatWasMadeForIt() {
        var supporter = new Supporter(stage);
        var before = ownMailbox();
        var receipt = supporter.takeToOwnMailbox();
        assertThat(receipt.path("status").asText()).isEqualTo("awaiting-sender");

        var answer = Http.postText(
                stage.platform().addresses().mailUrl() + "/v1/bounces",
                "message/rfc822",
                sent(supporter, receipt.path("ownMailbox")),
                Map.of("Authorization", "Bearer " + stage.platform().operatorKey()));

        assertThat(answer.body().path("action").asText())
                .as(answer.body().toString())
                .isEqualTo("announced");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(ownMailbox()).isEqualTo(before + 1));
        assertThat(stage.mailbox().mailsTo(supporter.email())).isEmpty();
    }

    /** As a mail program sends it. */
    private static String sent(Supporter supporter, JsonNode letter) {
        return """
                From: =?utf-8?Q?Si=C3=A2n?= O'Brien <%s>
                To: %s
                Cc: %s
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(
                        supporter.email(),
                        letter.path("to").asText(),
                        letter.path("copyTo").asText(),
                        letter.path("subject").asText(),
                        letter.path("text").asText());
    }

    private long ownMailbox() {
        return Http.get(stage.platform().addresses().letterUrl() + "/v1/public/campaigns/"
                        + stage.demo().slug() + "/progress")
                .body()
                .path("ownMailbox")
                .asLong();
    }
}
