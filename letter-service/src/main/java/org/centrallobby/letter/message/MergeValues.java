package org.centrallobby.letter.message;

import java.util.Map;

/**
 * What stands in a letter where its template has merge fields. An empty value prints nothing and is false in {@code {#if}}.
 *
 * @param memberName the MP's name, for instance {@code Sir Iain Duncan Smith}
 * @param memberSalutation how a letter addresses them after "Dear", for instance {@code Sir Iain}
 * @param memberParty the party's name, for instance {@code Conservative}
 * @param constituencyName the seat's name in the campaign's language
 * @param supporterName as the supporter typed it; empty while they have not
 * @param facts what is known of the constituency, by the facts' names
 */
public record MergeValues(
        String memberName,
        String memberSalutation,
        String memberParty,
        String constituencyName,
        String campaignTitle,
        String organisationName,
        String supporterName,
        Map<String, Fact> facts) {
    /** The form of a fact's name. */
    public static final String FACT_NAME = "[a-z][a-zA-Z0-9]{0,39}";

    public MergeValues {
        facts = Map.copyOf(facts);
    }

    Fact fact(String name) {
        return facts.getOrDefault(name, Fact.NONE);
    }

    /** The supporter's name is personal. */
    @Override
    public String toString() {
        return "MergeValues[constituencyName=%s]".formatted(constituencyName);
    }
}
