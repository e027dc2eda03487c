package org.centrallobby.mail.bounce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a mail was not delivered, in the words that bounce processors share. */
enum Reason {
    /** No such mailbox. */
    USERUNKNOWN(Meaning.NO_ADDRESS),
    /** No such domain. */
    HOSTUNKNOWN(Meaning.NO_ADDRESS),
    /** The mailbox moved away. */
    HASMOVED(Meaning.NO_ADDRESS),
    /** The domain takes no mail at all (RFC 7505). */
    NOTACCEPT(Meaning.NO_ADDRESS),
    /** Refused after its content was seen, or by what the reader chose, even where the words are those of an unknown user. */
    FILTERED(Meaning.REFUSED),
    /** The mailbox exists and is closed, for now or for good. */
    SUSPEND(Meaning.REFUSED),
    /** Neither SPF nor DKIM nor DMARC satisfied the reader's server. */
    AUTHFAILURE(Meaning.REFUSED),
    /** The sending machine's address is on a list. */
    BLOCKED(Meaning.REFUSED),
    /** The sending machine is not trusted yet, or no more. */
    BADREPUTATION(Meaning.PASSING),
    /** The sending machine's address has no name. */
    REQUIREPTR(Meaning.REFUSED),
    /** The sender was refused. */
    REJECTED(Meaning.REFUSED),
    NORELAYING(Meaning.REFUSED),
    POLICYVIOLATION(Meaning.REFUSED),
    SECURITYERROR(Meaning.REFUSED),
    SPAMDETECTED(Meaning.REFUSED),
    VIRUSDETECTED(Meaning.REFUSED),
    CONTENTERROR(Meaning.REFUSED),
    NOTCOMPLIANTRFC(Meaning.REFUSED),
    MESGTOOBIG(Meaning.REFUSED),
    SYNTAXERROR(Meaning.REFUSED),
    MAILBOXFULL(Meaning.PASSING),
    SYSTEMFULL(Meaning.PASSING),
    SYSTEMERROR(Meaning.PASSING),
    MAILERERROR(Meaning.PASSING),
    NETWORKERROR(Meaning.PASSING),
    EXPIRED(Meaning.PASSING),
    GREYLISTED(Meaning.PASSING),
    RATELIMITED(Meaning.PASSING),
    ONHOLD(Meaning.PASSING),
    UNDEFINED(Meaning.REFUSED),
    DELIVERED(Meaning.NONE),
    /** A complaint, by the type that RFC 5965 registers. */
    FEEDBACK(Meaning.NONE),
    VACATION(Meaning.NONE);

    private final Meaning meaning;

    Reason(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The word in answers and in the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the address cannot be written to, whoever writes and whatever is written. */
    boolean saysThatTheAddressIsNone() {
        return meaning == Meaning.NO_ADDRESS;
    }

    /** Whether the same mail may be taken later. */
    boolean mayPass() {
        return meaning == Meaning.PASSING;
    }

    private enum Meaning {
        NO_ADDRESS,
        REFUSED,
        PASSING,
        NONE
    }
}
