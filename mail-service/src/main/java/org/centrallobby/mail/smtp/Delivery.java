package org.centrallobby.mail.smtp;

/**
 * How an attempt to hand a mail to the relay went.
 *
 * @param verdict what follows from it
 * @param phase where it was decided
 * @param reply what the relay said last
 */
public record Delivery(Verdict verdict, Phase phase, Reply reply) {
    /** Why it was not taken; {@link Cause#NONE} where it was, {@link Cause#UNANSWERED} where nothing was said. */
    public Cause cause() {
        if (verdict == Verdict.WITHHELD) {
            return Cause.NONE;
        }
        return this == Unsendable.HELD_BACK ? Cause.POLICY : Causes.of(phase, reply);
    }

    /** Decides by the first digit of the code, the place, and the enhanced code where it says more. */
    static Delivery answered(Phase phase, Reply reply) {
        return new Delivery(verdict(phase, reply), phase, reply);
    }

    /**
     * The same of a mail whose sender is of an organisation's own domain: a relay that refuses that sender for good refuses
     * the domain, not the platform, and other mails still pass.
     */
    Delivery ofAnotherDomain() {
        return phase == Phase.MAIL && verdict == Verdict.RELAY_IN_TROUBLE
                ? new Delivery(Verdict.REFUSED_BY_POLICY, phase, reply)
                : this;
    }

    /** The permission was not given. */
    static Delivery withheld() {
        return new Delivery(Verdict.WITHHELD, Phase.RECIPIENT, Reply.none("The mail was withheld"));
    }

    /** The connection broke or time ran out. */
    static Delivery broken(Phase phase, Reply reply) {
        return switch (phase) {
            case CONNECT -> new Delivery(Verdict.RELAY_IN_TROUBLE, phase, reply);
            case MAIL, RECIPIENT, DATA -> new Delivery(Verdict.REFUSED_FOR_NOW, phase, reply);
            case END_OF_DATA -> new Delivery(Verdict.UNCERTAIN, phase, reply);
        };
    }

    /** Whether the answer asks to be sent less: there was too much at a time, or the server ends the conversation. */
    public boolean asksForLess() {
        var code = reply.code();
        return code != null && (code == 421 || cause() == Cause.RATE_LIMITED);
    }

    /**
     * Whether the relay was not asked, as it cannot be given the mail, and another may take it: that is no trouble of the
     * relay's, and the mail is to be offered again before long.
     */
    public boolean needsAnotherRelay() {
        return verdict == Verdict.REFUSED_FOR_NOW && reply.code() == null && cause() == Cause.ADDRESS_NOT_CARRIED;
    }

    private static Verdict verdict(Phase phase, Reply reply) {
        var code = reply.code();
        if (code == null) {
            return phase == Phase.END_OF_DATA ? Verdict.UNCERTAIN : Verdict.REFUSED_FOR_NOW;
        }
        return switch (code / 100) {
            case 2 -> phase == Phase.END_OF_DATA ? Verdict.ACCEPTED : Verdict.REFUSED_FOR_NOW;
            case 5 -> refusedForGood(phase, code, reply);
            default -> phase == Phase.CONNECT ? Verdict.RELAY_IN_TROUBLE : Verdict.REFUSED_FOR_NOW;
        };
    }

    private static Verdict refusedForGood(Phase phase, int code, Reply reply) {
        var enhanced = reply.enhanced() == null ? "" : reply.enhanced();
        if (phase == Phase.MAIL && isOfThisMail(code, reply)) {
            // Announced with MAIL already: its size, and addresses outside ASCII.
            return Verdict.REFUSED;
        }
        if (phase == Phase.CONNECT || phase == Phase.MAIL) {
            // Said before the recipient was named: it is the sender that is refused, and every mail of it would be.
            return Verdict.RELAY_IN_TROUBLE;
        }
        var cause = Causes.of(phase, reply);
        if (cause == Cause.MAILBOX_FULL) {
            // A full mailbox is emptied one day.
            return Verdict.REFUSED_FOR_NOW;
        }
        return isForTheOperator(cause, enhanced) ? Verdict.REFUSED_BY_POLICY : Verdict.REFUSED;
    }

    private static boolean isOfThisMail(int code, Reply reply) {
        var cause = Causes.of(Phase.MAIL, reply);
        return cause == Cause.ADDRESS_NOT_CARRIED || (cause == Cause.TOO_LARGE && code != 452);
    }

    /** What the sender is or does, and not whom the mail is to; 5.7 is the class of it, but is said of closed mailboxes too. */
    private static boolean isForTheOperator(Cause cause, String enhanced) {
        return switch (cause) {
            case BLOCKED, UNAUTHENTICATED, RATE_LIMITED, LOGIN, GREYLISTED -> true;
            default -> enhanced.startsWith("5.7.") && !cause.isOfTheRecipient();
        };
    }
}
