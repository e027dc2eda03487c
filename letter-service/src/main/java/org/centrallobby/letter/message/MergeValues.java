package org.centrallobby.letter.message;

/**
 * What stands in a letter where its template has merge fields. An empty value prints nothing and is false in {@code {#if}}.
 *
 * @param memberName the MP's name, for instance {@code Sir Iain Duncan Smith}
 * @param memberSalutation how a letter addresses them after "Dear", for instance {@code Sir Iain}
 * @param memberParty the party's name, for instance {@code Conservative}
 * @param constituencyName the seat's name in the campaign's language
 * @param supporterName as the supporter typed it; empty while they have not
 */
public record MergeValues(
        String memberName,
        String memberSalutation,
        String memberParty,
        String constituencyName,
        String campaignTitle,
        String organisationName,
        String supporterName) {
    /** The supporter's name is personal. */
    @Override
    public String toString() {
        return "MergeValues[constituencyName=%s]".formatted(constituencyName);
    }
}
