package org.centrallobby.mail.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the text of a bounce tells of each recipient. Mail systems have ever listed whom they failed to reach, one way or
 * another: the forms are tried from the plainest to the loosest, and the first that names somebody counts.
 */
final class Accounts {
    private static final int MOST_LINES = 1500;
    private static final int LONGEST_LINE = 1500;
    private static final int MOST_RECIPIENTS = 50;

    /** From here on it is the original that is told. */
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)^[-\\s*=>#]{0,60}(?:this is a copy of|(?:below this line|enclosed) is (?:a )?copy|below is a copy|message headers follow|unsent message|returned message"
                    + "|(?:the )?(?:original|returned|undelivered) (?:mail|message)(?! was| could)(?: info| header\\w?| text| follows| is attached)?|the headers? of the original|(?:text|header|copy|start|body) of (?:the |your )?(?:original|message|mail)|your (?:original )?(?:message|mail) (?:follows|header)|message header\\w?:?\\s*$|the original message follows|included is (?:a )?copy|return(?:ed|ing) mail follows|contents? of (?:the )?message).{0,80}$"
                    + "|^(?:Received: ?(?:from|by|\\()|Return-Path: ?<|DKIM-Signature: |X-Originating-IP: ).*$");

    private static final String A = "<?(" + Addresses.FORM + ")>?";
    private static final List<List<Pattern>> FORMS = List.of(
            List.of(
                    // 550 5.1.1 <ann@example.org>... User unknown
                    Pattern.compile("^[45]\\d\\d[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3} )?" + A + " ?\\.\\.\\. ?(.*)$"),
                    // <ann@example.org>: host mx.example.org said: ...    also: (expanded from <...>)
                    Pattern.compile("^\\s{0,8}<(" + Addresses.FORM
                            + ")>(?: \\([^)]{0,300}\\)| \\S{1,20})?\\s{0,3}[:;,]?(?:\\s+(.*))?$"),
                    // ann@example.org: Envelope expired
                    Pattern.compile("^\\s{0,8}(?:[\\w.-]{1,64}:\\d{1,9}:)?\"?" + A + "\"?\\s{0,2}:(?:\\s+(.*))?$"),
                    // ann@example.org on Thu, 29 Apr 2010 00:00:00 -0000, or on 4/29/10 0:00 AM
                    Pattern.compile("^\\s{0,8}" + A + " on (?:\\w{2,3}[.,]{1,2} ?)?\\d.{0,60}()$"),
                    // ann@example.org Invalid Address, ERROR_CODE :550
                    Pattern.compile("^" + A + "\\s+((?i:.*(?:error|invalid|unknown|fail|reject|not |[45]\\d\\d).*))$"),
                    // alone on its line, with or without a bullet, a name or a link
                    Pattern.compile("^\\s{0,30}(?:[*•·>-]{1,3}\\s{1,4})?(?:[^<>@\\n:.,、。]{0,40}\\s(?=<))?\"?" + A
                            + "\"?(?:\\s{0,3}\\([^)]{0,300}\\)|\\s{0,3}<(?:mailto:)?[^>]{0,300}>){0,2}\\s{0,20}()$")),
            List.of(Pattern.compile(
                    "(?i)(?:\\b(?:recipient(?: address)?|addressed to|delivery failed|could not be delivered to|failed address|user ?(?:id|name)?|address(?:ee)?|mailbox|rcpt to)|^\\s{0,8}to)"
                            + "\\s{0,4}[:：=]\\s{0,8}(?:rfc822;\\s{0,3})?" + A + "(.*)$")),
            List.of(
                    Pattern.compile(
                            "(?i)\\b(?:deliver\\w{0,6}|send|sent|message|mail|error\\w{0,2})\\b[^@]{0,80}\\b(?:to|for|by)\\b:?\\s{1,4}(?:group )?"
                                    + A + "(.*)$"),
                    Pattern.compile("(?i)\\baddress\\b[^@]{0,60}, " + A + ",( (?:did|does|is|was|has|could) .*)$"),
                    Pattern.compile(
                            "(?i)\\b(?:permanent|fatal|temporary|delivery) errors?[^@:]{0,40}:\\s{0,4}" + A + "(.*)$")),
            List.of(Pattern.compile("(?i)\\brcpt to:\\s{0,3}" + A + "(.*)$")));

    private Accounts() {}

    /** The text before the original begins, without the marks of a quotation by a machine. */
    static String ofTheSystem(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.lines().limit(MOST_LINES).toList()) {
            var cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
            if (ORIGINAL.matcher(cut).find() && !lines.stream().allMatch(String::isBlank)) {
                break;
            }
            lines.add(cut.stripTrailing());
        }
        return String.join("\n", lines);
    }

    /** What stands after the point where {@link #ofTheSystem} ends; empty where nothing does. */
    static String ofTheOriginal(String text) {
        var rest = text.lines()
                .limit(MOST_LINES)
                .dropWhile(String::isBlank)
                .skip(1)
                .dropWhile(
                        line -> !ORIGINAL.matcher(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                                .find())
                .toList();
        var headers = rest.stream()
                .dropWhile(line -> !line.matches("[A-Za-z-]{2,40}: .*"))
                .toList();
        return String.join("\n", headers);
    }

    /**
     * Each recipient with the words that belong to it.
     *
     * @param text what a mail system says, without the original
     * @param others addresses that stand there for another reason: the sender's, the reporting system's
     */
    static Map<String, String> of(String text, Set<String> others) {
        var lines = text.lines().toList();
        for (var forms : FORMS) {
            var accounts = read(lines, forms, others);
            if (!accounts.isEmpty()) {
                return accounts;
            }
        }
        return Map.of();
    }

    private static Map<String, String> read(List<String> lines, List<Pattern> forms, Set<String> others) {
        var accounts = new LinkedHashMap<String, StringBuilder>();
        var spellings = new LinkedHashMap<String, String>();
        StringBuilder current = null;
        var dialogue = new StringBuilder();
        for (var line : lines) {
            var named = named(line, forms);
            if (named != null && !others.contains(key(named[0])) && accounts.size() < MOST_RECIPIENTS) {
                var isNew = !accounts.containsKey(key(named[0]));
                current = accounts.computeIfAbsent(key(named[0]), any -> new StringBuilder());
                spellings.putIfAbsent(key(named[0]), named[0]);
                if (line.matches("^[45]\\d\\d[ -].*")) {
                    // What was said to the server stands before its summary.
                    current.append(isNew ? dialogue : "").append(line).append('\n');
                    dialogue.setLength(0);
                    current = null;
                } else {
                    current.append(named[1]).append('\n');
                }
            } else if (current != null && current.length() < 4000) {
                current.append(line).append('\n');
            } else if (dialogue.length() < 4000) {
                if (line.toLowerCase(Locale.ROOT).contains("while talking to")) {
                    dialogue.setLength(0);
                }
                dialogue.append(line).append('\n');
            }
        }
        var found = new LinkedHashMap<String, String>();
        accounts.forEach((key, words) ->
                found.put(spellings.getOrDefault(key, key), words.toString().strip()));
        return found;
    }

    private static String @org.jspecify.annotations.Nullable [] named(String line, List<Pattern> forms) {
        if (line.indexOf('@') < 0) {
            return null;
        }
        for (var form : forms) {
            var found = form.matcher(line);
            if (found.find()) {
                return new String[] {found.group(1), found.group(2) == null ? "" : found.group(2)};
            }
        }
        return null;
    }

    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
