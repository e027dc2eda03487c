package org.centrallobby.mail.smtp;

/** Mails that a server need not be asked about. */
final class Unsendable {
    /** An address outside US-ASCII, and a server that cannot be given one (RFC 6531, section 3.5). */
    static final Delivery NEEDS_SMTPUTF8 = refused(
            "5.6.7", "An address of the mail has letters that the relay cannot be given: it does not know SMTPUTF8");

    /** The same, where another relay may carry it. */
    static final Delivery NEEDS_ANOTHER_RELAY = new Delivery(
            Verdict.REFUSED_FOR_NOW,
            Phase.MAIL,
            new Reply(
                    null,
                    "5.6.7",
                    "An address of the mail has letters that this relay cannot be given; another relay may know SMTPUTF8"));

    /** Larger than the server said it takes (RFC 1870, section 6.1). */
    static final Delivery TOO_LARGE = refused("5.3.4", "The mail is larger than the relay takes");

    /** Kept from somebody who has nothing to do with a trial. */
    static final Delivery HELD_BACK = new Delivery(Verdict.REFUSED, Phase.CONNECT, Safety.HELD_BACK);

    private Unsendable() {}

    /** Whether it was found without a word to the server. */
    static boolean isOne(Delivery delivery) {
        return delivery == NEEDS_SMTPUTF8
                || delivery == NEEDS_ANOTHER_RELAY
                || delivery == TOO_LARGE
                || delivery == HELD_BACK;
    }

    private static Delivery refused(String enhanced, String why) {
        return new Delivery(Verdict.REFUSED, Phase.MAIL, new Reply(null, enhanced, why));
    }
}
