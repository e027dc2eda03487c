package org.centrallobby.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.centrallobby.testbed.smtp.TakenMail;

/**
 * What became of so many mails: as the server saw it, and as the service tells it.
 *
 * @param arrived how many the server took at least once
 * @param failed how many never arrived and are told as failed, or as doubtful and held for the operator
 * @param lost how many neither arrived nor are told so
 * @param doubled how many arrived more than once
 * @param moreThanTwice how many of them more than twice
 * @param otherwiseNamed how many of them had another Message-ID the second time
 * @param uncertain how many had an attempt of which the service does not know how it ended
 * @param unexplained how many of the doubled are not among those
 */
record Ledger(
        int mails,
        int arrived,
        int failed,
        int lost,
        int doubled,
        int moreThanTwice,
        int otherwiseNamed,
        int uncertain,
        int unexplained) {
    private static final Set<String> NOT_SENT = Set.of("failed", "held");

    static Ledger of(RequestedMails requested, int mails, List<TakenMail> taken, MailQueue queue) {
        var byNumber = new HashMap<Integer, List<TakenMail>>();
        for (var mail : taken) {
            requested
                    .numberOf(mail.messageId())
                    .ifPresent(number -> byNumber.computeIfAbsent(number, none -> new ArrayList<>())
                            .add(mail));
        }
        var failed = 0;
        var lost = 0;
        var uncertain = 0;
        var unexplained = 0;
        for (var number = 0; number < mails; number++) {
            var arrivals = byNumber.getOrDefault(number, List.of()).size();
            var told = queue.mail(requested.id(number));
            var isUncertain = isUncertain(told);
            uncertain += isUncertain ? 1 : 0;
            unexplained += arrivals > 1 && !isUncertain ? 1 : 0;
            if (arrivals == 0) {
                var isTold = NOT_SENT.contains(told.path("state").asText());
                failed += isTold ? 1 : 0;
                lost += isTold ? 0 : 1;
            }
        }
        return new Ledger(
                mails,
                byNumber.size(),
                failed,
                lost,
                count(byNumber, 1),
                count(byNumber, 2),
                (int) byNumber.values().stream()
                        .filter(each -> each.stream()
                                        .map(TakenMail::messageId)
                                        .distinct()
                                        .count()
                                > 1)
                        .count(),
                uncertain,
                unexplained);
    }

    private static int count(Map<Integer, List<TakenMail>> byNumber, int moreThan) {
        return (int) byNumber.values().stream()
                .filter(each -> each.size() > moreThan)
                .count();
    }

    private static boolean isUncertain(JsonNode mail) {
        return StreamSupport.stream(mail.path("history").spliterator(), false)
                .anyMatch(attempt -> attempt.path("verdict").asText().equals("uncertain"));
    }

    String text() {
        return "  %,d mails: %,d arrived, %d failed or held, %d lost; %d arrived more than once, %d of them more than twice; %d uncertain"
                .formatted(mails, arrived, failed, lost, doubled, moreThanTwice, uncertain);
    }
}
