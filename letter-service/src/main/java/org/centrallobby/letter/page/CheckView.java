package org.centrallobby.letter.page;

import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.LetterPreview;
import org.centrallobby.letter.letter.MpAnswer;
import org.centrallobby.letter.lookup.Delivery;
import org.centrallobby.letter.similarity.WhenAlike;
import org.jspecify.annotations.Nullable;

/**
 * The whole letter as it would go, and how like others it is.
 *
 * @param constituency its name in the page's language
 * @param text the letter; without the footer where nobody carries it
 * @param meant the address that was probably meant; null where there is nothing to ask
 * @param ownPercent how much of it stands in none of the campaign's words, 0 to 100
 * @param ownShare the same, said
 * @param advice what would make it better, and what becomes of it as it is
 */
record CheckView(
        MpAnswer.MemberAnswer member,
        String constituency,
        String subject,
        String text,
        @Nullable String meant,
        boolean byEmail,
        boolean webForm,
        int ownPercent,
        String ownShare,
        String advice) {
    private static final double NEAR = 0.8;
    private static final double FEW = 0.1;
    private static final double MANY = 0.5;

    static CheckView of(Language language, String organisation, LetterPreview letter) {
        var delivery = letter.member().delivery();
        var byEmail = delivery == Delivery.EMAIL;
        var own = 1 - letter.similarity().template();
        return new CheckView(
                letter.member(),
                letter.constituency().nameIn(language.tag()),
                letter.subject(),
                byEmail ? letter.text() : String.join("\n\n", letter.greeting(), letter.body(), letter.signature()),
                letter.emailSuggestion(),
                byEmail,
                delivery == Delivery.WEB_FORM,
                (int) Math.round(100 * own),
                language.say("check.own-words", "percent", own),
                advice(language, organisation, letter, own));
    }

    private static String advice(Language language, String organisation, LetterPreview letter, double own) {
        var likeness = letter.similarity();
        if (likeness.verdict() == WhenAlike.REFUSE) {
            return language.say("check.refused");
        }
        if (likeness.verdict() == WhenAlike.HOLD) {
            return language.say("check.held", "organisation", organisation);
        }
        var advice = language.say(
                own < FEW ? "check.own-words.none" : own < MANY ? "check.own-words.some" : "check.own-words.many");
        return likeness.nearest() < NEAR || own < FEW ? advice : advice + " " + language.say("check.near");
    }

    @Override
    public String toString() {
        return "CheckView[***]";
    }
}
