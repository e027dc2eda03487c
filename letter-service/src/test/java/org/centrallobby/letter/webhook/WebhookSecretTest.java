package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    @Test
    void theVectorOfTheStandardIsReproduced() {
        var secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theLibraryOfTheStandardVerifiesWhatIsSigned() {
        var secret = WebhookSecret.random();
        var now = Instant.now();
        var body = "{\"name\":\"Llŷr £ \\u0000\"}";
        var headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("an-id"),
                        "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature", List.of(secret.signature("an-id", now, body))),
                (name, value) -> true);

        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThatCode(() -> new com.standardwebhooks.Webhook(secret.text()).verify(body, headers))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(WebhookSecret.random()).hasToString("WebhookSecret[]");
    }
}
