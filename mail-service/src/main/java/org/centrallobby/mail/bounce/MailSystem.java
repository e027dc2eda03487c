package org.centrallobby.mail.bounce;

import java.util.regex.Pattern;

/** How to tell that a mail system speaks, not a person. */
final class MailSystem {
    private static final Pattern NAME = Pattern.compile(
            "(?i)mailer.?daemon|post.?master|mail.?daemon|mdaemon|mail.{0,3}delivery|delivery.{0,3}(?:sub)?system|mail.?(?:system|router|admin)|system administrator|microsoft (?:exchange|outlook)|^<?(?:no.?reply|do.?not.?reply|bounces?)\\b[^ ]*@|<(?:no.?reply|do.?not.?reply|bounces?)\\b[^ ]*@");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|delivery (?:status|failure|notification|report|has failed)|failure (?:notice|delivery)|mail(?:er)? (?:delivery )?(?:system )?(?:error|fail)|returned mail|return(?:ed|ing) to sender|delivery.{0,20}(?:fail|delay)|could not be delivered|not delivered|non.?delivery|delayed mail|message.{0,40}delayed|error sending your mail|mail status|deliver(?:y|ing) (?:problem|error|warning)|failed mail|processing error"
                    + "|unzustellbar|nicht zugestellt|zustellfehler|zustellung.{0,20}(?:fehl|verz)|verz[oö]gert:|non remis|(?:[eé]chec|rapport).{0,12}(?:remise|livraison)|remise (?:diff|retard)|no entregado|no se puede entregar|niet.{0,10}bezorg|onbestelbaar|não entregue|mancato recapito|non recapitabile|kan ikke leveres|olevererbar|niedostarcz|nedoru[cč]iteln|недоставлен|не доставлено|配信|送信.{0,6}エラー|退信|无法送达|無法傳遞|배달되지|ni ellir danfon|methu danfon");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)(?:could|can)(?: ?not|n.t) be delivered|undeliverable|(?:was|were|is|has)(?: not|n.t)(?: been)? (?:yet been )?(?:delivered|able to (?:be )?deliver)|n.t able to deliver|unable to (?:be )?deliver|fail\\w{0,3} to (?:be )?(?:deliver|send)|deliver\\w{0,4} .{0,80}fail|fail\\w{0,3} .{0,40}deliver|permanent(?:ly)? (?:fatal )?(?:errors?|fail)|had (?:permanent|transient|delivery)|delivery status notification|trouble delivering|error (?:delivering|occurred while (?:trying|delivering))|could not be sent|did not (?:reach|receive)|rejected your message|error message below|invalid user address|unknown user:|failure reasons|has been (?:delayed|postponed|returned)|is delayed|being retried|incorrectly constructed"
                    + "|送信できません|配信できません|送信に失敗|不達|(?:konnte|noch) nicht zugestellt|n.a pas (?:pu )?[eéê]t(?:re|[eé]) (?:remis|d[eé]livr)|no (?:se )?(?:ha )?(?:pudo|podido) (?:ser )?entreg|não (?:pôde|foi) (?:ser )?entreg|non [eè] stato (?:possibile )?(?:consegn|recapit)|не может быть доставлено|не удалось доставить|não foi possível entregar|niet (?:worden )?(?:afgeleverd|bezorgd)|无法(?:投递|送达)|退信");
    private static final Pattern DELAY = Pattern.compile(
            "(?i)\\bdelay(?:ed)?\\b|warning message only|warning only|not yet been delivered|still being retried|will be retried|(?:will|shall) (?:continue to |keep )(?:try|retry)|delivery attempts will continue|not need to resend|temporary failure report"
                    + "|verz[oö]ger|noch nicht zugestellt|(?:remise|livraison) (?:diff[eé]r|retard)|entrega (?:re|a)trasad|recapito ritardat|bezorging vertraagd|opó[zź]nion|задерж");
    private static final Pattern GIVEN_UP = Pattern.compile(
            "(?i)giv(?:en|ing) up|permanent(?:ly)? (?:error|fail)|failed permanently|will be deleted from|not going to try again|returned to sender|retry time-?out exceeded|no further (?:delivery )?attempts");

    private MailSystem() {}

    /** Whether From names a mail system, or nobody. */
    static boolean sends(HeaderLines header) {
        var from = header.decoded("From").strip();
        return from.isEmpty() || from.endsWith("<>") || NAME.matcher(from).find();
    }

    /** Whether the mail came without a sender to answer to (RFC 5321, section 4.5.5). */
    static boolean isNullSender(HeaderLines header) {
        var path = header.text("Return-Path").strip();
        return path.equals("<>")
                || path.equalsIgnoreCase("<null>")
                || NAME.matcher(path).find();
    }

    static boolean isSubject(String subject) {
        return SUBJECT.matcher(subject).find();
    }

    /** Whether the beginning of a text says that a mail did not arrive. */
    static boolean saysUndelivered(String text) {
        return SENTENCE.matcher(text.length() > 6000 ? text.substring(0, 6000) : text)
                .find();
    }

    /** Whether somebody is still trying. */
    static boolean saysDelayed(String subject, String text) {
        var start = text.length() > 3000 ? text.substring(0, 3000) : text;
        return DELAY.matcher(subject + '\n' + start).find()
                && !GIVEN_UP.matcher(start).find();
    }
}
