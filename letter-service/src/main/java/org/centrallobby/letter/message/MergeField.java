package org.centrallobby.letter.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that a template may use; there are no others. */
enum MergeField {
    MEMBER_NAME("member.name", MergeValues::memberName),
    MEMBER_SALUTATION("member.salutation", MergeValues::memberSalutation),
    MEMBER_PARTY("member.party", MergeValues::memberParty),
    CONSTITUENCY_NAME("constituency.name", MergeValues::constituencyName),
    CAMPAIGN_TITLE("campaign.title", MergeValues::campaignTitle),
    ORGANISATION_NAME("organisation.name", MergeValues::organisationName),
    SUPPORTER_NAME("supporter.name", MergeValues::supporterName);

    private final String path;
    private final Function<MergeValues, String> value;

    MergeField(String path, Function<MergeValues, String> value) {
        this.path = path;
        this.value = value;
    }

    String path() {
        return path;
    }

    String of(MergeValues values) {
        return value.apply(values);
    }

    static Optional<MergeField> at(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    /** Whether fields begin with this word, as {@code member} does. */
    static boolean hasGroup(String group) {
        return Arrays.stream(values()).anyMatch(field -> field.path.startsWith(group + "."));
    }

    /** All of them as a campaigner types them, for a sentence. */
    static String list() {
        return Arrays.stream(values()).map(field -> "{" + field.path + "}").collect(Collectors.joining(", "))
                + ", and {fact.name}, {factSource.name}, {factDate.name} for facts that you upload";
    }
}
