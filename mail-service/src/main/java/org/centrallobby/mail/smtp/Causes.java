package org.centrallobby.mail.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer's cause. An enhanced code (RFC 3463 and its registry) that says one thing decides; of those that say
 * little, such as 5.7.1, and of answers without one, the words decide first and the code's own class afterwards.
 */
final class Causes {
    /** Codes that every server means alike, without their class. */
    private static final Map<String, Cause> PLAIN = Map.ofEntries(
            Map.entry("1.1", Cause.MAILBOX_UNKNOWN),
            Map.entry("1.2", Cause.DOMAIN_UNKNOWN),
            Map.entry("1.3", Cause.MAILBOX_UNKNOWN),
            Map.entry("1.6", Cause.MAILBOX_UNKNOWN),
            Map.entry("2.2", Cause.MAILBOX_FULL),
            Map.entry("2.3", Cause.TOO_LARGE),
            Map.entry("3.4", Cause.TOO_LARGE),
            Map.entry("4.6", Cause.ROUTE),
            Map.entry("6.7", Cause.ADDRESS_NOT_CARRIED),
            Map.entry("6.8", Cause.ADDRESS_NOT_CARRIED),
            Map.entry("7.17", Cause.MAILBOX_UNKNOWN),
            Map.entry("7.18", Cause.DOMAIN_UNKNOWN),
            Map.entry("7.20", Cause.UNAUTHENTICATED),
            Map.entry("7.21", Cause.UNAUTHENTICATED),
            Map.entry("7.22", Cause.UNAUTHENTICATED),
            Map.entry("7.23", Cause.UNAUTHENTICATED),
            Map.entry("7.24", Cause.UNAUTHENTICATED),
            Map.entry("7.25", Cause.UNAUTHENTICATED),
            Map.entry("7.26", Cause.UNAUTHENTICATED),
            Map.entry("7.27", Cause.UNAUTHENTICATED),
            Map.entry("7.28", Cause.RATE_LIMITED),
            Map.entry("7.29", Cause.UNAUTHENTICATED),
            Map.entry("7.38", Cause.RATE_LIMITED),
            Map.entry("7.515", Cause.UNAUTHENTICATED));

    /** What a code means where the words say nothing more definite. */
    private static final Map<String, Cause> OTHERWISE = Map.ofEntries(
            Map.entry("1.0", Cause.MAILBOX_UNKNOWN),
            // A null MX by the registry, an unknown recipient by Exchange.
            Map.entry("1.10", Cause.DOMAIN_UNKNOWN),
            Map.entry("1.4", Cause.MAILBOX_UNKNOWN),
            Map.entry("1.7", Cause.POLICY),
            Map.entry("1.8", Cause.UNAUTHENTICATED),
            Map.entry("2.1", Cause.MAILBOX_DISABLED),
            Map.entry("2.4", Cause.MAILBOX_UNKNOWN),
            Map.entry("4.1", Cause.ROUTE),
            Map.entry("4.2", Cause.RELAY_TROUBLE),
            Map.entry("4.3", Cause.RELAY_TROUBLE),
            Map.entry("4.4", Cause.ROUTE),
            Map.entry("4.5", Cause.RATE_LIMITED),
            Map.entry("4.7", Cause.RELAY_TROUBLE),
            Map.entry("5.3", Cause.RATE_LIMITED),
            Map.entry("7.8", Cause.LOGIN),
            Map.entry("7.9", Cause.LOGIN),
            Map.entry("7.13", Cause.LOGIN));

    private record Words(Pattern pattern, Cause cause) {}

    /** The first that is found decides: what is definite stands before what is vague. */
    private static final List<Words> WORDS = List.of(
            words(
                    Cause.GREYLISTED,
                    "gr[ae]y-?list|gr[ae]y list|deferred for policy reasons: try again|new sender.*try again"),
            words(
                    Cause.UNAUTHENTICATED,
                    "unauthenticated|authentication information|mismatches client ip|\\bdmarc\\b|\\bspf\\b|\\bdkim\\b|sender id|reverse dns|\\bptr\\b|\\brdns\\b|"
                            + "does not (?:meet|pass) .*authentic|cannot find your (?:reverse )?hostname|"
                            + "sender (?:address rejected: )?(?:domain )?(?:verif|not found|does not exist)|domain of sender address"),
            words(
                    Cause.LOGIN,
                    "authentication (?:required|failed|credentials|unsuccessful)|must (?:first )?(?:authenticate|issue a starttls)|"
                            + "not authenticated|relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed)|prohibited)|unable to relay|"
                            + "not permitted to relay|allowed rcpthosts|smtp auth"),
            words(
                    Cause.TOO_LARGE,
                    "(?:message|mail|size|content)[^.]{0,30}(?:too (?:large|big|long)|exceed\\w*[^.]{0,40}(?:size|limit|maximum))|"
                            + "exceed\\w*[^.]{0,30}(?:message|maximum|fixed|file)[^.]{0,20}size|max(?:imum)? message size|size limit"),
            words(
                    Cause.MAILBOX_FULL,
                    "over ?-?quota|quota[^.]{0,30}(?:exceed|full|reach)|exceed\\w*[^.]{0,30}quota|mailbox[^.]{0,20}(?:is |are )?full|"
                            + "mailfolder is full|insufficient (?:storage|mailbox)|(?:not enough|no) (?:space|storage)|"
                            + "storage[^.]{0,20}exceed|exceeded storage|mailbox size limit|inbox is full|out of (?:space|disk)"),
            words(
                    Cause.RATE_LIMITED,
                    "rate(?: |-)?limit|frequency limited|(?:receiving|sending)[^.]{0,20}(?:at )?(?:a |too )?(?:rate|quick|fast)|throttl|"
                            + "too (?:many|much|fast|frequent)|unusual (?:rate|amount)|concurren[^.]{0,30}(?:limit|exceed|too)|"
                            + "(?:connection|message|mail|session|hour\\w*|daily|recipient)s?[^.]{0,20}(?:limit|rate)[^.]{0,20}(?:exceed|reach)|"
                            + "temporarily deferred|unexpected volume|exceed\\w*[^.]{0,40}(?:rate|connections|per (?:hour|day|minute|connection))|"
                            + "flood|slow down|try again more slowly|server busy|message limit|reached its limit"),
            words(
                    Cause.CONTENT,
                    "\\b(?:spam|spammy|virus|malware|phish\\w*|unsolicited)\\b|suspicious|illegal attachment|attachment|content[^.]{0,30}"
                            + "(?:reject|refus|block|not accept|prohibit|restrict|filter)|because of its content|"
                            + "(?:rejected|blocked|refused)[^.]{0,30}content|bare (?:<?lf>?|line feed)|\\burl\\b.*(?:block|list)|"
                            + "(?:missing|invalid|multiple|valid address in)[^.]{0,40}header|multiple addresses in from|message (?:looks|contains|format)|unwanted"),
            words(
                    Cause.BLOCKED,
                    "block ?-?list|black ?-?list|\\b[drs]nsbl\\b|\\brbl\\b|\\bdnsbl\\b|spamhaus|spamcop|barracuda|cloudmark|"
                            + "reputation|banned|\\b(?:ip|ips|host|client|network|connections?)\\b[^.]{0,40}(?:block|denied|rejected|listed)|"
                            + "\\b(?:sender|domain)\\b[^.]{0,30}(?:blocked|listed)|blocked (?:by|using|for|due)|permanently deferred|"
                            + "senderscore|untrusted ip|weren't sent|\\bs3140\\b|messages? from [^.]{0,60}(?:weren|not accepted|rejected|refused)"),
            words(
                    Cause.MAILBOX_DISABLED,
                    "(?:account|mailbox|user|recipient|address)[^.]{0,40}(?:disabled|inactive|suspended|deactivated|expired|locked|"
                            + "closed|discontinued|terminated|(?:has been |is )(?:blocked|frozen)|not active|no longer (?:active|available|in use|valid|exists?|"
                            + "works|employed|with))|inactive (?:user|account|mailbox|recipient)|disabled (?:user|account|mailbox|recipient)|"
                            + "not accepting (?:any )?(?:mail|messages)|temporarily (?:disabled|suspended)"),
            words(
                    Cause.MAILBOX_UNKNOWN,
                    "(?:user|mailbox|recipient|address|account|person|alias|inbox)[^.]{0,40}(?:unknown|not (?:found|exist|known|listed|"
                            + "recogni[sz]ed|have an? )|invalid|unavailable|does(?: not|n't) exist|is(?: not|n't) (?:valid|known|a (?:valid|known)|local|listed|found))|"
                            + "(?:unknown|invalid|no such|nonexistent|non-existent|undeliverable|bad)(?: or \\w+)?(?: local| virtual| destination)?"
                            + " (?:user|mailbox|recipient|address|account|local|alias|person|destination)|doesn't have an? [^ ]+ account|does not have an? .{0,20}account|"
                            + "no mailbox (?:here|by|found)|not a valid (?:mailbox|user|recipient|address)|not our customer|"
                            + "recipient address rejected(?:: access denied)?|does not exist|doesn't exist|invalid recipient|user doesn|"
                            + "unrouteable address|no account by that name|not found in directory"),
            words(
                    Cause.DOMAIN_UNKNOWN,
                    "(?:host|domain|name)[^.]{0,30}(?:unknown|not found|does(?: not|n't) exist|not exist|no mx)|unknown (?:host|domain)|"
                            + "no such (?:host|domain)|null mx|nullmx|bad destination host|domain not found|does not accept mail|no mail (?:server|host)"),
            words(
                    Cause.ROUTE,
                    "\\bloop|too many hops|hop count|unable to route|no route|cannot route|host (?:is )?(?:unreachable|down)|"
                            + "unreachable|not reachable|connection (?:refused|timed out)"),
            words(
                    Cause.POLICY,
                    "polic|administrative(?:ly)? prohibit|restrict|not (?:allowed|authori[sz]ed|permitted|accepted)|access denied|prohibited|forbidden|"
                            + "rejected by|denied|would love to have gotten|not accepted"),
            words(
                    Cause.RELAY_TROUBLE,
                    "(?:temporar|internal|resource|system|service|server|local|backend|database)[^.]{0,40}(?:unavailable|error|fail|problem|"
                            + "not available|down|rejected|resource|overload)|try again later|insufficient (?:system|disk)|shutting down|out of memory|"
                            + "timeout|timed out|temporar"));

    private Causes() {}

    static Cause of(Phase phase, Reply reply) {
        var code = reply.code();
        if (code == null) {
            // Found by ourselves where there is an enhanced code all the same.
            var own = plain(reply.enhanced());
            return own == null ? Cause.UNANSWERED : own;
        }
        if (code / 100 == 2 && phase == Phase.END_OF_DATA) {
            return Cause.NONE;
        }
        var plain = plain(reply.enhanced());
        if (plain != null) {
            return plain;
        }
        var text = reply.text().toLowerCase(Locale.ROOT);
        for (var words : WORDS) {
            if (words.pattern().matcher(text).find()) {
                return words.cause();
            }
        }
        return byCode(phase, code, reply.enhanced());
    }

    private static @Nullable Cause plain(@Nullable String enhanced) {
        return enhanced == null ? null : PLAIN.get(withoutClass(enhanced));
    }

    private static Cause byCode(Phase phase, int code, @Nullable String enhanced) {
        if (enhanced != null) {
            var detail = withoutClass(enhanced);
            var otherwise = OTHERWISE.get(detail);
            if (otherwise != null) {
                return otherwise;
            }
            switch (detail.substring(0, detail.indexOf('.'))) {
                case "3" -> {
                    return Cause.RELAY_TROUBLE;
                }
                case "4" -> {
                    return Cause.ROUTE;
                }
                case "6" -> {
                    return Cause.CONTENT;
                }
                case "7" -> {
                    return Cause.POLICY;
                }
                default -> {
                    // Told by the basic code.
                }
            }
        }
        return switch (code) {
            case 421, 451, 454 -> Cause.RELAY_TROUBLE;
            case 452, 552 -> phase == Phase.MAIL ? Cause.TOO_LARGE : Cause.MAILBOX_FULL;
            case 530, 534, 535, 538 -> Cause.LOGIN;
            case 523 -> Cause.TOO_LARGE;
            case 550, 551, 553 -> phase == Phase.RECIPIENT ? Cause.MAILBOX_UNKNOWN : Cause.POLICY;
            case 556 -> Cause.DOMAIN_UNKNOWN;
            default -> Cause.UNKNOWN;
        };
    }

    private static String withoutClass(String enhanced) {
        return enhanced.substring(2);
    }

    private static Words words(Cause cause, String pattern) {
        return new Words(Pattern.compile(pattern), cause);
    }
}
