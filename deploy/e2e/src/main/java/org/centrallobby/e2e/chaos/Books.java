package org.centrallobby.e2e.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's own account of the same letters, once nothing moves any more.
 *
 * @param accounts the supporters'
 * @param letters the letter-service's
 * @param asked the mails that the letter-service asked for, of every kind
 * @param mails the mail-service's
 * @param arrivals those of the server at the other end, in the order in which it took them
 * @param leftOver what still waits somewhere, by the name of the place; places where nothing waits may be missing
 * @param statistics the campaign's, as its organisation is told, by their names
 * @param logsNaming the logs in which a supporter's name or address stands
 * @param datasetBefore what the mp-lookup-service answered before
 * @param datasetAfter what it answers now
 */
record Books(
        List<Account> accounts,
        List<LetterRow> letters,
        Set<UUID> asked,
        List<MailRow> mails,
        List<Arrival> arrivals,
        Map<String, Long> leftOver,
        Map<String, Long> statistics,
        Set<String> logsNaming,
        String datasetBefore,
        String datasetAfter) {

    /**
     * What a supporter can say of their letter.
     *
     * @param wrote whether they tried to hand one in
     * @param letter its id; null where nobody said that it was taken: it may have been
     * @param clicked whether they confirmed it
     * @param confirmed whether they were told that it is confirmed
     * @param refusal why they were sent away, as the problem's type; null where they were not
     */
    record Account(
            int number,
            boolean wrote,
            @Nullable UUID letter,
            boolean clicked,
            boolean confirmed,
            @Nullable String refusal) {}

    /**
     * A letter at the letter-service.
     *
     * @param writer the supporter's number
     * @param state as in the database: {@code SENT}
     * @param mail by which it went; null where it has not been asked for
     */
    record LetterRow(
            UUID id,
            int writer,
            String state,
            boolean confirmed,
            @Nullable UUID mail) {}

    /**
     * A mail at the mail-service.
     *
     * @param kind {@code letter}, {@code confirmation} and so on
     * @param state as in the database: {@code sent}
     * @param uncertain whether the service tells of an attempt of which it does not know how it ended
     */
    record MailRow(UUID id, String kind, String state, boolean uncertain) {}
}
