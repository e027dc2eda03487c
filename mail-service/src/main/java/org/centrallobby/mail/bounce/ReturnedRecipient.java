package org.centrallobby.mail.bounce;

import org.jspecify.annotations.Nullable;

/**
 * What a mail that came back says of one recipient.
 *
 * @param address as it stands there; null where it names none
 * @param status the enhanced status code (RFC 3463), such as 5.1.1; null where there is none
 * @param code the SMTP reply code that is told of; null where there is none
 * @param reason null where nothing was wrong
 * @param words the other server's own words on one line, at most 300 characters, without addresses; empty where there are none
 */
record ReturnedRecipient(
        @Nullable String address,
        MailClass mailClass,
        @Nullable String status,
        @Nullable Integer code,
        @Nullable Reason reason,
        String words) {

    /** Whether both have the same address and the same class. */
    boolean saysTheSameAs(ReturnedRecipient other) {
        return address != null && address.equalsIgnoreCase(other.address) && mailClass == other.mailClass;
    }

    /** Never the address: it belongs to a person. */
    @Override
    public String toString() {
        return "ReturnedRecipient[%s, %s, %s]".formatted(mailClass, status, reason);
    }
}
