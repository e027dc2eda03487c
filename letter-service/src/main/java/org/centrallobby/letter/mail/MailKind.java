package org.centrallobby.letter.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a mail is for. */
public enum MailKind {
    /** To the member, from the writer; the others go to the writer. */
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("confirmation")
    CONFIRMATION,
    @JsonProperty("reminder")
    REMINDER,
    @JsonProperty("copy")
    COPY,
    @JsonProperty("notice")
    NOTICE
}
