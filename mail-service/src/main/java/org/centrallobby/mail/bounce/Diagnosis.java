package org.centrallobby.mail.bounce;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why one recipient did not get a mail.
 *
 * @param status the enhanced status code that counts; null where none is told
 * @param code the SMTP reply code; null where none is told
 */
record Diagnosis(
        Reason reason, @Nullable String status, @Nullable Integer code) {
    /** Details of a status by which an address leads nowhere (RFC 3463, section 3.2; 1.10 of RFC 7505; 1.351 is Exchange's). */
    private static final Set<String> NO_ADDRESS = Set.of("1.1", "1.2", "1.3", "1.6", "1.10", "1.351");

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]\\d)");
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\d./_-]|[\\d\\]]:)([45]\\d\\d)(?=[\\s,\\-]|$)(?! ?(?:bytes|kb|seconds|lines|hours|byte))");

    /**
     * Understands a refusal.
     *
     * @param words what the refusing server said, or the reporting one, of this recipient
     * @param field the Status of a delivery report (RFC 3464, section 2.3.4); null where there is none
     * @param context what else is said of this recipient; asked where the words alone tell nothing
     * @param report everything that the report says to people; asked only for what was being done
     */
    static Diagnosis of(String words, @Nullable String field, String context, String report) {
        var stage = stage(words, context, report);
        var said = Stage.removedFrom(words);
        var told = statusIn(said);
        var status = told == null || isVague(told) && field != null && !isVague(field) ? field : told;
        if (status == null) {
            status = statusIn(context);
        }
        var code = codeIn(said);
        var reason = reason(Wording.plain(said), status, code, stage);
        if (reason == null && !context.equals(words)) {
            reason = reason(Wording.plain(Stage.removedFrom(context)), status, code, stage);
        }
        return new Diagnosis(reason == null ? byStatus(status, stage) : reason, status, code);
    }

    private static Stage stage(String... texts) {
        for (var text : texts) {
            var stage = Stage.in(text);
            if (stage != Stage.UNTOLD) {
                return stage;
            }
        }
        return Stage.UNTOLD;
    }

    private static @Nullable Reason reason(String plain, @Nullable String status, @Nullable Integer code, Stage stage) {
        var detail = status == null ? "" : status.substring(2);
        var nobodyHasIt = NO_ADDRESS.contains(detail);
        var others = Wording.ofOthers(plain);
        if (others == Reason.BLOCKED && Wording.saysClosed(plain)) {
            return Reason.SUSPEND;
        }
        if (others != null && !(nobodyHasIt && Wording.saysStranger(plain))) {
            return others;
        }
        if (isOfTheSender(detail) || stage == Stage.BEFORE_RECIPIENT && Wording.blamesTheSender(plain)) {
            return Reason.REJECTED;
        }
        var stranger = Wording.saysStranger(plain);
        if (!stranger && Wording.blamesTheSender(plain)) {
            return Reason.REJECTED;
        }
        if (!nobodyHasIt && Wording.saysClosed(plain)) {
            return Reason.SUSPEND;
        }
        var leadsNowhere = Wording.ofTheAddress(plain);
        if (leadsNowhere != null) {
            // Once a server talks the recipient's domain is known: it means the sender's.
            return leadsNowhere == Reason.HOSTUNKNOWN && code != null && stage == Stage.CONTENT
                    ? Reason.REJECTED
                    : leadsNowhere;
        }
        var temporary = code != null && code < 500;
        if (stage != Stage.BEFORE_RECIPIENT
                && (stranger && !(temporary && Wording.saysUnavailable(plain)) || isUnavailable(plain, code, stage))) {
            var certain = nobodyHasIt || stage == Stage.RECIPIENT || code == null || Wording.saysCertainly(plain);
            return certain || Wording.saysStranger(beforeCode(plain)) ? Reason.USERUNKNOWN : Reason.FILTERED;
        }
        var last = Wording.ofLastResort(plain);
        return last == Reason.FILTERED || !saysMore(detail) || "5.4.1".equals(status) ? last : null;
    }

    /** A status that names the reason, where the words do not. */
    private static Reason byStatus(@Nullable String status, Stage stage) {
        var detail = status == null ? "" : status.substring(2);
        return switch (detail) {
            // Told for now only, it is what is answered until an address has been looked up.
            case "1.1", "1.3", "1.10", "1.351" ->
                stage == Stage.BEFORE_RECIPIENT
                        ? Reason.REJECTED
                        : status != null && status.startsWith("4") ? Reason.ONHOLD : Reason.USERUNKNOWN;
            case "1.0" -> stage == Stage.RECIPIENT || stage == Stage.UNTOLD ? Reason.USERUNKNOWN : Reason.REJECTED;
            case "7.20", "7.21", "7.22", "7.23", "7.24", "7.26" -> Reason.AUTHFAILURE;
            case "7.25" -> Reason.REQUIREPTR;
            case "1.2" -> Reason.HOSTUNKNOWN;
            case "1.6" -> Reason.HASMOVED;
            case "1.7", "1.8" -> Reason.REJECTED;
            case "2.1" -> Reason.SUSPEND;
            case "2.2" -> Reason.MAILBOXFULL;
            case "2.3", "3.4" -> Reason.MESGTOOBIG;
            case "3.1" -> Reason.SYSTEMFULL;
            case "4.6" -> Reason.NETWORKERROR;
            case "4.1", "4.2", "4.7" -> Reason.EXPIRED;
            default -> bySubject(detail);
        };
    }

    private static Reason bySubject(String detail) {
        return switch (detail.isEmpty() ? ' ' : detail.charAt(0)) {
            case '1' -> Reason.REJECTED;
            case '2' -> Reason.FILTERED;
            case '3' -> Reason.SYSTEMERROR;
            case '4' -> Reason.NETWORKERROR;
            case '5' -> Reason.MAILERERROR;
            case '6' -> Reason.CONTENTERROR;
            case '7' -> Reason.POLICYVIOLATION;
            default -> Reason.UNDEFINED;
        };
    }

    /** A system's own words stand before the code of another that it quotes. */
    private static String beforeCode(String plain) {
        var code = CODE.matcher(plain);
        var own = code.find() ? plain.substring(0, code.start()) : plain;
        // With which some head every refusal that they pass on.
        return own.replaceAll("invalid (?:user |recipient )?address", " ");
    }

    private static boolean isUnavailable(String plain, @Nullable Integer code, Stage stage) {
        return stage == Stage.RECIPIENT && (code == null || code >= 500) && Wording.saysUnavailable(plain);
    }

    private static boolean isOfTheSender(String detail) {
        return detail.equals("1.7") || detail.equals("1.8");
    }

    /** Whether the code says more than general words of refusal do. */
    private static boolean saysMore(String detail) {
        return detail.equals("1.0") || detail.matches("[1-4]\\.[1-9]\\d{0,2}|7\\.2\\d");
    }

    private static boolean isVague(String status) {
        return status.endsWith(".0.0");
    }

    /** The first code that says something, or the first at all. */
    private static @Nullable String statusIn(String words) {
        var codes = STATUS.matcher(words)
                .results()
                .limit(20)
                .map(hit -> hit.group(1))
                .toList();
        return codes.stream()
                .filter(code -> !isVague(code))
                .findFirst()
                .orElse(codes.isEmpty() ? null : codes.getFirst());
    }

    private static @Nullable Integer codeIn(String words) {
        var code = CODE.matcher(words);
        return code.find() ? Integer.valueOf(code.group(1)) : null;
    }
}
