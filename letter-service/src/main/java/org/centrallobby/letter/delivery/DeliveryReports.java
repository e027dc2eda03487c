package org.centrallobby.letter.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.consuming.IncomingRecord;
import org.centrallobby.letter.consuming.Patience;
import org.centrallobby.letter.letter.LetterReports;
import org.centrallobby.letter.mail.AskedMails;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the reports from {@code mail.delivery.v1}. Of mails that are no letters only their erasure matters. */
@ApplicationScoped
class DeliveryReports {
    private final LetterReports letters;
    private final AskedMails mails;
    private final Patience patience;
    private final ObjectMapper json;

    DeliveryReports(LetterReports letters, AskedMails mails, Patience patience, ObjectMapper json) {
        this.letters = letters;
        this.mails = mails;
        this.patience = patience;
        this.json = json;
    }

    @Incoming("deliveries-in")
    @Blocking
    void take(String data) {
        var report = IncomingRecord.read(json, data, DeliveryReport.class);
        if (report.tellsOfErasure()) {
            patience.untilDone(() -> mails.forgotten(report.mail()));
        } else if (report.isOfLetter()) {
            report.state()
                    .ifPresent(state -> patience.untilDone(() -> letters.note(report.mail(), state, report.detail())));
        }
    }
}
