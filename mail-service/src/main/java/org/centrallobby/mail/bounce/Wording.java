package org.centrallobby.mail.bounce;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What other servers' words mean, whichever server says them; the words stand in {@code bounce/wording.txt}. */
final class Wording {
    private static final int LONGEST = 4000;
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?|ftp|mailto):[^\\s<>\"]{1,2000}");
    private static final Pattern ADDRESS =
            Pattern.compile("<?[^\\s<>()\\[\\]:;,\"]{1,128}@(?!\\.)(?:\\.?[^\\s<>()\\[\\]:;,\"'.]){1,255}>?");
    /** A word in a host's name is no word of the reason. */
    private static final Pattern HOST = Pattern.compile("\\b(?:[a-z0-9_-]{1,63}\\.){1,8}[a-z]{2,18}\\b\\.?");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern SENDER = Pattern.compile(
            "\\b(?:sender|mail ?from|from:? (?:address|header|domain)|header from|return[- ]path|originator|purported)\\b");
    private static final Pattern REFUSED =
            Pattern.compile("reject|refus|denied|deny|invalid|unknown|block|bad\\b|must|mismatch"
                    + "|not (?:be )?(?:allowed|accepted|permitted|valid|exist|found|resolve|verif|authori)|n.?t (?:exist|resolve|determine)"
                    + "|cannot|could not|unable|null mx");

    private static final Pattern UNAVAILABLE = Pattern.compile("mail ?box (?:is )?(?:unavailable|not available)");

    private static final Map<Group, List<Rule>> RULES = read();

    /** Kinds of explanation, each asked at another point. */
    private enum Group {
        /** No address is to blame. */
        OTHERS,
        /** A mailbox that exists is closed. */
        CLOSED,
        /** The address leads nowhere any more. */
        ADDRESS,
        /** Nobody has the address, and nobody but its own server can have said it so. */
        CERTAIN,
        /** Nobody has the address, as it seems. */
        STRANGERS,
        /** A form of refusal that explains nothing. */
        LAST
    }

    private record Rule(Reason reason, Pattern words) {}

    private Wording() {}

    /** Words as the rules expect them: lower case, on one line, at most 4,000 characters, without addresses, hosts and links. */
    static String plain(String words) {
        var cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        var line =
                SPACE.matcher(LINK.matcher(cut).replaceAll(" ")).replaceAll(" ").toLowerCase(Locale.ROOT);
        line = ADDRESS.matcher(line.replace("resolver.adr.", "resolver ")).replaceAll("@");
        return HOST.matcher(line).replaceAll("~").replace('’', '\'').strip();
    }

    /** What explains a refusal without the address; null where nothing does. */
    static @Nullable Reason ofOthers(String plain) {
        return first(Group.OTHERS, plain);
    }

    static boolean saysClosed(String plain) {
        return first(Group.CLOSED, plain) != null;
    }

    /** How the address leads nowhere; null where it is not said. */
    static @Nullable Reason ofTheAddress(String plain) {
        return first(Group.ADDRESS, plain);
    }

    /** Whether nobody has the address. */
    static boolean saysStranger(String plain) {
        return first(Group.STRANGERS, plain) != null || saysCertainly(plain);
    }

    /** Whether the mailbox cannot be had, in the words that RFC 5321 gives for it, which do not say why. */
    static boolean saysUnavailable(String plain) {
        return UNAVAILABLE.matcher(plain).find();
    }

    /** Whether the words tell by themselves that it is not a filter who says so. */
    static boolean saysCertainly(String plain) {
        return first(Group.CERTAIN, plain) != null;
    }

    /** What is at least named; null where nothing is. */
    static @Nullable Reason ofLastResort(String plain) {
        return first(Group.LAST, plain);
    }

    /** Whether the sender was refused, not the recipient. */
    static boolean blamesTheSender(String plain) {
        return SENDER.matcher(plain).find() && REFUSED.matcher(plain).find();
    }

    private static @Nullable Reason first(Group group, String plain) {
        for (var rule : RULES.getOrDefault(group, List.of())) {
            if (rule.words().matcher(plain).find()) {
                return rule.reason();
            }
        }
        return null;
    }

    private static Map<Group, List<Rule>> read() {
        var rules = new EnumMap<Group, List<Rule>>(Group.class);
        var group = Group.OTHERS;
        var reason = Reason.UNDEFINED;
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream("/bounce/wording.txt")),
                StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("## ")) {
                    group = Group.valueOf(line.substring(3).toUpperCase(Locale.ROOT));
                } else if (line.matches("\\[[a-z]+]")) {
                    reason = Reason.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    rules.computeIfAbsent(group, any -> new ArrayList<>()).add(new Rule(reason, Pattern.compile(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
