package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a letter was taken, in the same words whether or not it is new: nobody learns here who has written before.
 *
 * @param status awaiting-confirmation, or awaiting-sender where its writer sends it themselves
 * @param share to pass the campaign on with
 * @param ownMailbox what its writer needs to send it; null where it is sent from here
 */
@Schema(examples = {Receipt.EXAMPLE, Receipt.OWN_MAILBOX})
public record Receipt(
        UUID id, LetterState status, Share share, @Nullable OwnMailbox ownMailbox) {
    static final String EXAMPLE = """
            {"id": "01936f41-0000-7000-8000-000000000001", "status": "awaiting-confirmation", "share": {"url": \
            "https://letters.example.org/c/library-hours?from=k7m2q9x4h3d8w"}, "ownMailbox": null}""";
    static final String OWN_MAILBOX = """
            {"id": "01936f41-0000-7000-8000-000000000001", "status": "awaiting-sender", "share": {"url": \
            "https://letters.example.org/c/library-hours?from=k7m2q9x4h3d8w"}, "ownMailbox": {"to": "mp@parliament.example", \
            "copyTo": "copy-agjw6qiaabyabaaaaaaaaaaaage2sltxs54xity@copies.example.org", "subject": "Our libraries", "text": \
            "Dear Sir Iain,\\n\\nI learned to read there.", "token": "q3Zr0mC1yWwq8kL0b2pS7nJd4fHt6vXa9eUg5iRoTzM"}}""";

    /** @param url the campaign's page, with a code that says over whose link a letter came, and nothing about them */
    @Schema(name = "PersonalLink")
    public record Share(String url) {
        /** The code in it. */
        @JsonIgnore
        public String code() {
            return url.substring(url.lastIndexOf('=') + 1);
        }
    }

    /**
     * A letter that its writer sends from their own mailbox.
     *
     * @param to the MP's address; of a test campaign the writer's own
     * @param copyTo to be put beside the MP, as Bcc or Cc: what comes there shows that the letter was sent; null where the
     *     platform takes no copies
     * @param text the whole letter, lines ended by LF
     * @param token with which the writer says that they have sent it, within seven days
     */
    @Schema(name = "LetterToSend")
    public record OwnMailbox(String to, @Nullable String copyTo, String subject, String text, String token) {
        @Override
        public String toString() {
            return "OwnMailbox[***]";
        }
    }

    @Override
    public String toString() {
        return "Receipt[%s]".formatted(id);
    }
}
