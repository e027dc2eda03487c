package org.centrallobby.mail.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was understood of something that came back, and done about it. */
@Schema(name = "Bounce")
record BounceView(
        @Schema(description = "hard, soft, delayed, delivered, complaint, auto-reply, reply or unknown")
        @JsonProperty("class")
        MailClass mailClass,

        @Schema(description = "For whom the mail was that it tells of; none for an answer")
        List<RecipientView> recipients,

        @Schema(nullable = true, description = "The mail that it came back for; null where that is not known") @Nullable UUID mail,

        @Schema(
                description =
                        "none (a trial, or it came before), waiting (the mail is just being sent), retried, failed, suppressed,"
                                + " forwarded, recorded, announced (a copy of a letter) or discarded")
        Action action) {

    static final String EXAMPLE = """
            {
              "class": "hard",
              "recipients": [
                { "address": "ann@example.org", "class": "hard", "status": "5.1.1", "reason": "userunknown" }
              ],
              "mail": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d",
              "action": "suppressed"
            }""";

    /** What it says of one recipient. */
    @Schema(name = "BouncedRecipient")
    record RecipientView(
            @Schema(nullable = true, description = "As it stands there; null where it is not told") @Nullable String address,

            @JsonProperty("class") MailClass mailClass,

            @Schema(nullable = true, description = "The enhanced status code (RFC 3463)", examples = "5.1.1") @Nullable String status,

            @Schema(nullable = true, description = "Why, in a word", examples = "userunknown") @Nullable Reason reason) {

        @Override
        public String toString() {
            return "RecipientView[...]";
        }
    }

    static BounceView of(ReturnDesk.Handled handled) {
        var recipients = handled.understood().recipients().stream()
                .map(one -> new RecipientView(one.address(), one.mailClass(), one.status(), one.reason()))
                .toList();
        return new BounceView(handled.understood().mailClass(), recipients, handled.mail(), handled.action());
    }
}
