package org.centrallobby.mail.bounce;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How to tell that a machine answers in somebody's place: by what RFC 3834 asks for, and by what is done instead. */
final class AutomaticAnswers {
    private static final List<String> FIELDS = List.of(
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply",
            "X-Autoreply-From",
            "X-Auto-Reply-From",
            "X-Mail-Autoreply",
            "X-Amazon-Auto-Reply",
            "X-Out-Of-Office",
            "X-MS-Exchange-Generated-Message-Source",
            "Vacation");
    private static final Pattern SUPPRESSES = Pattern.compile("(?i)\\b(?:all|oof|autoreply)\\b");
    private static final Pattern PRECEDENCE = Pattern.compile("(?i)auto.?reply|bulk|junk");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^\\W{0,3}(?:re: ?|fwd?: ?|ateb: ?)?\\W{0,3}(?:auto(?:matic|mated|matically)?[ :_-]{0,2}(?:generated )?(?:e-?mail )?(?:repl(?:y|ies)|response|respon[ds]\\w{0,4}|answer|acknowledg\\w+)|auto: |autoresponse|out of (?:the )?office|away from (?:the |my )?(?:office|desk|e-?mail)|(?:annual|maternity|paternity|sick|parental) leave|on (?:leave|vacation|holiday)|vacation (?:reply|notice|response|message)|vacation:|vacation\\b|absence notice|abwesen|automatische antwort|r[eé]ponse automatique|respuesta autom[aá]tica|resposta autom[aá]tica|risposta automatica|automatisch antwoord|autosvar|自動(?:返信|応答)|автоответ|автоматический ответ|automatyczna odpowied|automatick[aá] odpov|automatisk svar|automaattinen vastaus|automatikus v[aá]lasz|otomatik yan[iı]t|αυτόματη απάντηση|自动(?:答复|回复)|自動回[覆復]|자동 회신|uathfhreagra"
                    + "|(?:ateb(?:ion)?|ymateb|neges|e-?bost) (?:yn )?awtomatig|awto-?ateb|allan o.?r swyddfa|(?:i ffwrdd|oddi) (?:o.?r|wrth).{0,10}(?:swyddfa|gwaith|desg)|ar (?:fy )?(?:ng)?wyliau|ar absenoldeb)"
                    + "|\\b(?:out of (?:the )?office|currently away|allan o.?r swyddfa|ateb awtomatig)\\b");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)this is an? (?:automat\\w+|auto)[ -]?(?:generated )?(?:e-?mail )?(?:repl|respon|acknowledg|message|answer|e-?mail|notification)|automated (?:response|acknowledg)|i am (?:currently )?out of (?:the )?office"
                    + "|(?:dyma|mae hwn yn|hwn yw|ateb|ymateb|neges).{0,20}awtomatig|rwyf? (?:i )?(?:allan o.?r swyddfa|i ffwrdd|ar (?:fy )?ng?wyliau)");
    private static final int START = 600;

    private AutomaticAnswers() {}

    /** Whether the mail is one; that a mail system does not bounce with it is known already. */
    static boolean include(HeaderLines header, String text) {
        var submitted = header.text("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || FIELDS.stream().anyMatch(field -> header.has(field) && !isNo(header.text(field)))
                || SUPPRESSES.matcher(header.text("X-Auto-Response-Suppress")).find()
                || PRECEDENCE.matcher(header.text("Precedence")).find() && !header.has("List-Id")
                || SUBJECT.matcher(header.decoded("Subject")).find()
                || header.text("Return-Path").strip().equals("<>")
                || SENTENCE.matcher(text.length() > START ? text.substring(0, START) : text)
                        .find();
    }

    private static boolean isNo(String value) {
        return value.strip().equalsIgnoreCase("no");
    }
}
