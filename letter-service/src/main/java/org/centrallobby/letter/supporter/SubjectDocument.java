package org.centrallobby.letter.supporter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditView;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.privacy.Holding;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything that this organisation holds on whoever reads a mailbox.
 *
 * @param at when it was held
 * @param mode of the campaigns that were searched; those of the other mode need a key of that mode
 * @param people one for each name that was typed with the address; what has no name any more stands without one
 * @param mailbox what is held on the mailbox, whoever of them it was
 * @param done what was done with it and by whom, the newest first: who read it, what it was exported with; at most 500 entries
 */
@Schema(examples = SubjectDocument.EXAMPLE)
record SubjectDocument(
        Instant at, Mode mode, List<KnownPerson> people, Map<String, List<Entry>> mailbox, List<AuditView> done) {
    static final String EXAMPLE = """
            {"at": "2026-11-24T10:15:30Z", "mode": "live", "people": [{"name": "Ann Writer", "held": {"consent": [
             {"id": "01936f30-0000-7000-8000-000000000002", "campaign": "01936f30-0000-7000-8000-000000000001",
              "forgottenAt": null, "data": {"mode": "opt-in", "wording": "You may write to me about this campaign.",
              "version": 1, "given": true, "chosenAt": "2026-11-23T10:15:30Z", "confirmedAt": "2026-11-23T10:17:02Z",
              "withdrawnAt": null}}]}}], "mailbox": {}, "done": []}""";

    /**
     * @param name null where it is forgotten already
     * @param held by the place that it is kept in: letter, consent, asked_mail and others
     */
    record KnownPerson(@Nullable String name, Map<String, List<Entry>> held) {
        @Override
        public String toString() {
            return "KnownPerson[***]";
        }
    }

    /**
     * @param id of the letter, mail or other thing; null where it has none
     * @param campaign null where it belongs to none
     * @param forgottenAt when it will be forgotten by itself; null while that time has not begun to run
     * @param data depends on the place
     */
    record Entry(
            @Nullable UUID id,
            @Nullable UUID campaign,
            @Nullable Instant forgottenAt,

            @Schema(type = SchemaType.OBJECT) Object data) {
        static Entry of(Holding holding) {
            return new Entry(holding.id(), holding.campaign(), holding.forgottenAt(), holding.data());
        }

        @Override
        public String toString() {
            return "Entry[***]";
        }
    }
}
