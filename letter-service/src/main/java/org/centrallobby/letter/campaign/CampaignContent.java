package org.centrallobby.letter.campaign;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.MessageRules;
import org.jspecify.annotations.Nullable;

/**
 * Everything an organisation decides about a campaign beside its slug and its times, complete and checked in itself.
 *
 * @param language of the words, {@code en} or {@code cy}
 * @param translations the words in further languages
 * @param rules in their order; empty where everyone gets the main letter
 * @param goal how many confirmed letters it hopes for, at least 1
 * @param goalMoves whether the goal that is shown goes up once it is nearly reached
 * @param comments whether supporters' comments are shown
 * @param commentNames how much of their writers' names
 * @param ownMailbox whether supporters may send their letters from their own mailboxes
 */
record CampaignContent(
        String language,
        CampaignWords words,
        Map<String, CampaignWords> translations,
        List<MessageRule> rules,
        int goal,
        boolean goalMoves,
        boolean comments,
        CommentNames commentNames,
        boolean ownMailbox,
        OwnWords ownWords,
        WhenSeatVacant whenSeatVacant,
        ProofOfWork proofOfWork,
        @Nullable SharePicture sharePicture) {
    CampaignContent {
        translations = Map.copyOf(translations);
        rules = List.copyOf(rules);
    }

    /** The words in a language; those of the campaign's own where there are none. */
    CampaignWords words(@Nullable String wanted) {
        return wanted == null ? words : translations.getOrDefault(wanted, words);
    }

    /** The language in which {@link #words(String)} answers. */
    String languageFor(@Nullable String wanted) {
        return wanted != null && translations.containsKey(wanted) ? wanted : language;
    }

    /** Its own first. */
    List<String> languages() {
        return Stream.concat(Stream.of(language), translations.keySet().stream().sorted())
                .toList();
    }

    /** Every letter in every language. */
    List<LetterTemplate> allLetters() {
        return Stream.concat(Stream.of(words), translations.values().stream())
                .flatMap(CampaignWords::allLetters)
                .toList();
    }

    MessageRules messageRules() {
        return new MessageRules(rules);
    }
}
