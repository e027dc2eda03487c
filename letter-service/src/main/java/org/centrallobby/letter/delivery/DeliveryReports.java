package org.centrallobby.letter.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.centrallobby.letter.consuming.IncomingRecord;
import org.centrallobby.letter.consuming.Patience;
import org.centrallobby.letter.letter.LetterReports;
import org.centrallobby.letter.mail.AskedMails;
import org.centrallobby.letter.ownmailbox.HandoverDesk;
import org.centrallobby.letter.tracing.Work;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes what comes on {@code mail.delivery.v1}. Of mails that are no letters only their erasure matters. */
@ApplicationScoped
class DeliveryReports {
    private static final String COPY_RECEIVED = "org.centrallobby.mail.copy-received.v1";

    private final LetterReports letters;
    private final AskedMails mails;
    private final HandoverDesk handovers;
    private final Patience patience;
    private final ObjectMapper json;

    DeliveryReports(
            LetterReports letters, AskedMails mails, HandoverDesk handovers, Patience patience, ObjectMapper json) {
        this.letters = letters;
        this.mails = mails;
        this.handovers = handovers;
        this.patience = patience;
        this.json = json;
    }

    @Incoming("deliveries-in")
    @Blocking
    Uni<Void> take(String data, IncomingKafkaRecordMetadata<String, String> metadata) {
        return Work.on(
                "mail.delivery.v1 process",
                () -> take(data, metadata.getHeaders().lastHeader("ce_type")));
    }

    private Uni<Void> take(String data, @Nullable Header type) {
        if (type != null && COPY_RECEIVED.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            var copy = IncomingRecord.read(json, data, CopyReceived.class);
            return patience.untilDone(() -> handovers.copied(copy.letter()));
        }
        return take(data);
    }

    private Uni<Void> take(String data) {
        var report = IncomingRecord.read(json, data, DeliveryReport.class);
        Work.isAbout("mail", report.mail());
        if (report.tellsOfErasure()) {
            return patience.untilDone(() -> mails.forgotten(report.mail()));
        }
        return report.state()
                .filter(state -> report.isOfLetter())
                .map(state -> patience.untilDone(() -> letters.note(report.mail(), state, report.detail())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
