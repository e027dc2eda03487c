package org.centrallobby.mail.smtp;

/**
 * How an attempt to hand a mail to the relay went.
 *
 * @param verdict what follows from it
 * @param phase where it was decided
 * @param reply what the relay said last
 */
public record Delivery(Verdict verdict, Phase phase, Reply reply) {
    /** Decides by the first digit of the code, the place, and the enhanced code where it says more. */
    static Delivery answered(Phase phase, Reply reply) {
        return new Delivery(verdict(phase, reply), phase, reply);
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

    /** Whether the answer asks to be sent less: a rate or a number of connections was too high (RFC 3463, X.7 and X.3.2). */
    public boolean asksForLess() {
        var code = reply.code();
        var enhanced = reply.enhanced() == null ? "" : reply.enhanced();
        return code != null
                && code / 100 == 4
                && (code == 421 || enhanced.startsWith("4.7.") || enhanced.equals("4.3.2") || enhanced.equals("4.4.5"));
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
        if (phase == Phase.CONNECT || phase == Phase.MAIL) {
            // Said before the recipient was named: it is the platform that is refused, and every mail would be.
            return Verdict.RELAY_IN_TROUBLE;
        }
        if (enhanced.startsWith("5.7.")) {
            return Verdict.REFUSED_BY_POLICY;
        }
        if (enhanced.equals("5.2.2") || (code == 552 && enhanced.isEmpty())) {
            // A full mailbox is emptied one day.
            return Verdict.REFUSED_FOR_NOW;
        }
        return Verdict.REFUSED;
    }
}
