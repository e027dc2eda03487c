package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supporter takes part over HTTP and reads their mail. */
@ExtendWith(RunningPlatform.class)
class CampaignJourneyTest {
    private final Stage stage;

    CampaignJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aConfirmedLetterReachesTheMpOfThePostcodeInTheWritersName() {
        var supporter = new Supporter(stage);
        supporter.writeUntilAccepted();
        supporter.confirm();
        supporter.awaitLetterAtTheMp();

        assertThat(supporter.lettersAtTheMp()).singleElement().satisfies(letter -> {
            assertThat(letter.header("From")).contains("Siân O'Brien").contains("@lobby.example");
            assertThat(letter.header("Reply-To")).contains(supporter.email());
            assertThat(letter.header("List-Id")).contains(stage.demo().slug());
            assertThat(letter.header("Auto-Submitted")).isNull();
            assertThat(letter.text()).contains("Siân O'Brien", "1 High Street", Supporter.POSTCODE);
        });
    }

    @Test
    void theSixDigitsConfirmAsTheLinkDoes() {
        var supporter = new Supporter(stage);
        var letter = supporter.writeUntilAccepted().get("id").asText();
        var body = Http.JSON.createObjectNode().put("letter", letter).put("code", supporter.code());

        var answer = Http.post(letterUrl() + "/v1/public/confirmations", body, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        supporter.awaitLetterAtTheMp();
    }

    @Test
    void whoOnlyOpensTheLinkConfirmsNothing() {
        var supporter = new Supporter(stage);
        supporter.writeUntilAccepted();
        var link = letterUrl() + "/confirm/" + supporter.token();

        for (var visit = 0; visit < 3; visit++) {
            assertThat(Http.get(link).status()).isEqualTo(200);
        }

        var confirmedLater = new Supporter(stage);
        confirmedLater.writeUntilAccepted();
        confirmedLater.confirm();
        confirmedLater.awaitLetterAtTheMp();
        assertThat(supporter.lettersAtTheMp()).isEmpty();
    }

    private String letterUrl() {
        return stage.platform().addresses().letterUrl();
    }
}
