package org.centrallobby.letter.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.consuming.IncomingRecord;
import org.centrallobby.letter.consuming.Patience;
import org.centrallobby.letter.letter.LetterReports;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the reports from {@code mail.delivery.v1}. Those of mails that are no letters are passed over. */
@ApplicationScoped
class DeliveryReports {
    private final LetterReports letters;
    private final Patience patience;
    private final ObjectMapper json;

    DeliveryReports(LetterReports letters, Patience patience, ObjectMapper json) {
        this.letters = letters;
        this.patience = patience;
        this.json = json;
    }

    @Incoming("deliveries-in")
    @Blocking
    void take(String data) {
        var report = IncomingRecord.read(json, data, DeliveryReport.class);
        if (report.isOfLetter()) {
            report.state()
                    .ifPresent(state -> patience.untilDone(() -> letters.note(report.mail(), state, report.detail())));
        }
    }
}
