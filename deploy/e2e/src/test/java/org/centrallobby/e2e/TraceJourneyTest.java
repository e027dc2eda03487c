package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.e2e.TraceReceiver.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator follows a letter. */
@ExtendWith(RunningPlatform.class)
class TraceJourneyTest {
    private static final String HAND_IN = "POST /v1/public/campaigns/{slug}/letters";
    private static final String CONFIRM = "POST /v1/public/confirmations";

    private final Stage stage;

    TraceJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void oneTraceFollowsALetterFromTheClickThroughKafkaAndTheRelayAndBack() {
        var supporter = new Supporter(stage);
        var letter = supporter.writeUntilAccepted().get("id").asText();
        supporter.confirm();
        supporter.awaitLetterAtTheMp();

        // The hand-in and the click are two traces, joined by the letter.
        var handIn = trace(
                letter,
                HAND_IN,
                "letter-service " + HAND_IN,
                "mp-lookup-service GET /v1/postcodes/{postcode}",
                "letter-service letter.mail-request.v1 publish",
                "mail-service smtp send");
        var click = trace(
                letter,
                CONFIRM,
                "letter-service " + CONFIRM,
                "letter-service letter.mail-request.v1 publish",
                "mail-service letter.mail-request.v1 receive",
                "mail-service smtp send",
                "mail-service mail.delivery.v1 publish",
                "letter-service mail.delivery.v1 receive",
                "letter-service mail.delivery.v1 process");
        assertThat(click.getFirst().trace()).isNotEqualTo(handIn.getFirst().trace());
    }

    @Test
    void aStrangerDecidesNeitherWhatIsTracedNorInWhichTrace() {
        var foreign = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = Http.get(
                stage.platform().addresses().letterUrl() + "/v1/public/campaigns/"
                        + stage.demo().slug() + "/mp?postcode=" + Supporter.POSTCODE.replace(" ", ""),
                Map.of("traceparent", "00-" + foreign + "-00f067aa0ba902b7-00"));

        assertThat(answer.status()).isEqualTo(200);
        // It asked for no sampling, and is sampled all the same, in a trace of its own.
        var own = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> stage.traces().all().stream()
                                .filter(span -> span.name().equals("GET /v1/public/campaigns/{slug}/mp"))
                                .toList(),
                        spans -> !spans.isEmpty());
        assertThat(own)
                .extracting(Told::trace)
                .doesNotContain(ByteString.copyFrom(HexFormat.of().parseHex(foreign)));
    }

    /**
     * Waits until these spans have been told of the trace which begins like this and is about the letter, and the parents of all:
     * each service tells of its own when it gets round to it.
     */
    private List<Told> trace(String letter, String beginning, String... spans) {
        var id = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> stage.traces().about("letter", letter).stream()
                                .filter(span -> span.name().equals(beginning))
                                .map(Told::trace)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var told = stage.traces().trace(id);
            assertThat(told)
                    .extracting(span -> span.service() + " " + span.name())
                    .contains(spans);
            everySpanButTheFirstHasItsParentThere(told);
        });
        return stage.traces().trace(id);
    }

    private static void everySpanButTheFirstHasItsParentThere(List<Told> spans) {
        var ids = spans.stream().map(span -> span.span().getSpanId()).collect(Collectors.toSet());
        assertThat(spans.stream().filter(span -> !ids.contains(span.span().getParentSpanId())))
                .as(() -> spans.stream()
                        .map(span -> span.service() + " " + span.name())
                        .toList()
                        .toString())
                .singleElement()
                .satisfies(first -> assertThat(first.span().getParentSpanId()).isEqualTo(ByteString.EMPTY));
    }
}
