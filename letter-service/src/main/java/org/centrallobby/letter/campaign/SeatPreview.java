package org.centrallobby.letter.campaign;

import java.util.List;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.SeatStatus;
import org.centrallobby.letter.message.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What every seat of the House would get.
 *
 * @param uncovered how many seats no rule speaks of
 * @param seats in the order of the constituencies' names
 */
@Schema(example = """
        {"uncovered": 0, "seats": [{"constituency": {"code": "E14001167", "name": "Chingford and Woodford Green", \
        "nameCy": null}, "status": "filled", "member": "Sir Iain Duncan Smith", "party": "Conservative", "rule": \
        "Everyone", "outcome": "letter", "letter": null, "text": null}]}\
        """)
record SeatPreview(int uncovered, List<Row> seats) {
    /**
     * @param member null where nobody holds the seat
     * @param rule the name of the rule that decided; null where none did, empty where the campaign has none
     * @param outcome null where no rule decided
     * @param letter the letter's name; null for the main one and where there is none
     * @param text the letter itself for one seat that was asked for, with the points that stand in it unless others are
     *     chosen; null in the table of all
     */
    record Row(
            Constituency constituency,
            SeatStatus status,
            @Nullable String member,
            @Nullable String party,
            @Nullable String rule,
            @Nullable Outcome outcome,
            @Nullable String letter,
            @Nullable Text text) {}

    /** @param body without the greeting and the signature */
    record Text(String subject, String body) {}
}
