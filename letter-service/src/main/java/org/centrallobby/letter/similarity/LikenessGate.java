package org.centrallobby.letter.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

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
     * @param body what the writer wants to say
     * @param organisation everything that the organisation offered to write, as this writer saw it
     */
    public MeasuredLetter measure(
            UUID campaign, int member, String body, Collection<String> organisation, OwnWordsPolicy policy) {
        var words = Windows.of(body);
        var offered = organisation.stream().map(Windows::of).toList();
        var fingerprint = Fingerprint.of(words);
        var template = Fingerprint.union(offered.stream().map(Fingerprint::of).toList());
        var likeness = new Likeness(fingerprint.shareIn(template), letters.share(fingerprint, campaign, member));
        var ownWords = OwnWords.share(words, offered);
        return new MeasuredLetter(fingerprint, ownWords, likeness, policy.verdict(likeness));
    }

    /**
     * Whether a letter that was measured when it was handed in has become too like others: the ones it is like were waiting for
     * their writers then.
     */
    public boolean isTooAlike(UUID campaign, int member, Fingerprint letter, OwnWordsPolicy policy) {
        return policy.whenAlike() != WhenAlike.ALLOW
                && policy.verdict(new Likeness(0, letters.share(letter, campaign, member))) != WhenAlike.ALLOW;
    }
}
