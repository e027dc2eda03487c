package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.ReceivedMail;

/** A constituent with an e-mail address of their own who writes to their MP. */
final class Supporter {
    static final String POSTCODE = "SW1A 0AA";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");
    private static final Pattern PAGE = Pattern.compile("http://\\S+/letter/[A-Za-z0-9_-]+");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Stage stage;
    private final String email = "supporter-" + UUID.randomUUID() + "@constituent.example";
    private final String ownLine = "My own line is " + UUID.randomUUID() + ".";
    private final String idempotencyKey = UUID.randomUUID().toString();

    Supporter(Stage stage) {
        this.stage = stage;
    }

    String email() {
        return email;
    }

    /** Submits a letter once. */
    Http.Answer write() {
        return Http.post(campaignUrl() + "/letters", letter(), Map.of("Idempotency-Key", idempotencyKey));
    }

    /** Asks for a letter to send from their own mailbox. */
    JsonNode takeToOwnMailbox() {
        var answer = Http.post(campaignUrl() + "/letters", letter().put("way", "own-mailbox"), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body();
    }

    /** Submits a letter and, as the widget does, again with the same key as long as the service is in trouble. */
    JsonNode writeUntilAccepted() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var answer = write();
                if (answer.status() == 202) {
                    return answer.body();
                }
                assertThat(answer.status()).as(answer.body().toString()).isGreaterThanOrEqualTo(500);
            } catch (UncheckedIOException e) {
                // The connection broke: whether the letter was taken is what the key is for.
            }
            pause();
        }
        throw new AssertionError("the letter was not accepted within " + PATIENCE);
    }

    /** Confirms with the link's token, over and over while the service is in trouble. */
    void confirm() {
        var body = Http.JSON.createObjectNode().put("token", token());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> confirmation(body) == 200);
    }

    private int confirmation(ObjectNode body) {
        try {
            return Http.post(stage.platform().addresses().letterUrl() + "/v1/public/confirmations", body, Map.of())
                    .status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** The token of the link in the confirmation mail; waits for the mail. */
    String token() {
        var matcher = LINK.matcher(confirmationMail().text());
        assertThat(matcher.find()).as("the confirmation mail holds a link").isTrue();
        return matcher.group(1);
    }

    /** The six digits in the confirmation mail; waits for the mail. */
    String code() {
        var matcher = CODE.matcher(confirmationMail().text());
        assertThat(matcher.find()).as("the confirmation mail holds a code").isTrue();
        return matcher.group(1);
    }

    ReceivedMail confirmationMail() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> stage.mailbox().mailsTo(email).stream()
                                .filter(mail -> LINK.matcher(mail.text()).find())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** The address of the letter's own page, from the copy that the writer gets once it is sent. */
    String letterPage() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> stage.mailbox().mailsTo(email).stream()
                                .map(mail -> PAGE.matcher(mail.text()))
                                .filter(java.util.regex.Matcher::find)
                                .map(java.util.regex.Matcher::group)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** What has reached the MP from this supporter so far. */
    List<ReceivedMail> lettersAtTheMp() {
        return stage.arrivedLetters().from(email);
    }

    void awaitLetterAtTheMp() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(lettersAtTheMp()).isNotEmpty());
    }

    /** What they hand in. */
    ObjectNode letter() {
        return Http.JSON
                .createObjectNode()
                .put("postcode", POSTCODE)
                .put("name", "Siân O'Brien")
                .put("email", email)
                .put("address", "1 High Street\nLondon")
                .put("subject", "The cameras in our town hall")
                .put("body", "I ask you to support the amendment.\n\n" + ownLine);
    }

    private String campaignUrl() {
        return stage.platform().addresses().letterUrl() + "/v1/public/campaigns/"
                + stage.demo().slug();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
