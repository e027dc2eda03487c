package org.centrallobby.letter.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures letters and decides what becomes of them; the same for a preview and for a letter that is handed in. */
@ApplicationScoped
public class LikenessGate {
    private final NearestLetters letters;

    LikenessGate(NearestLetters letters) {
        this.letters = letters;
    }

    /**
     * Measures the words of a letter. What the platform puts around them, the greeting and the signature, is left out: it is
     * alike in all.
     *
     * @param mailbox the hash by which the writer's mailbox is known; null while it is not known
     * @param body what the writer wants to say
     * @param organisation everything that the organisation offered to write, as this writer saw it
     */
    public MeasuredLetter measure(
            UUID campaign,
            int member,
            @Nullable String mailbox,
            String body,
            Collection<String> organisation,
            OwnWordsPolicy policy) {
        var words = Windows.of(body);
        var offered = organisation.stream().map(Windows::of).toList();
        var fingerprint = Fingerprint.of(words);
        var template = Fingerprint.union(offered.stream().map(Fingerprint::of).toList());
        var likeness =
                new Likeness(fingerprint.shareIn(template), letters.share(fingerprint, campaign, member, mailbox));
        var ownWords = OwnWords.share(words, offered);
        return new MeasuredLetter(fingerprint, ownWords, likeness, policy.verdict(likeness));
    }
}
