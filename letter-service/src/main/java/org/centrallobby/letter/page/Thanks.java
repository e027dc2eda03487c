package org.centrallobby.letter.page;

import org.centrallobby.letter.language.Language;

/**
 * What is said once a letter is on its way.
 *
 * @param carried whether the platform carries it: then there is more to say of what happens next
 */
record Thanks(String title, String text, boolean carried) {
    static Thanks confirmed(Language language) {
        return new Thanks(language.say("confirmed.title"), language.say("confirmed.text"), true);
    }

    /** The letter was printed, or copied into an MP's form: the platform neither carries nor counts it. */
    static Thanks posted(Language language) {
        return new Thanks(language.say("posted.title"), language.say("posted.text"), false);
    }

    /** Its writer has sent it from their own mailbox and said so. */
    static Thanks sentByWriter(Language language) {
        return new Thanks(language.say("mailbox.thanks"), language.say("mailbox.thanks.text"), false);
    }
}
