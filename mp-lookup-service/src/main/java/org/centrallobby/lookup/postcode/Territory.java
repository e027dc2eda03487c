package org.centrallobby.lookup.postcode;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a real postcode lies in no constituency. */
public enum Territory {
    JERSEY(
            "jersey",
            "Jersey is not part of the United Kingdom and elects its own States Assembly; no MP represents it."),
    GUERNSEY(
            "guernsey",
            "The Bailiwick of Guernsey is not part of the United Kingdom and elects its own parliaments; no MP represents it."),
    ISLE_OF_MAN(
            "isle-of-man",
            "The Isle of Man is not part of the United Kingdom and elects its own parliament, Tynwald; no MP represents it."),
    BFPO(
            "bfpo",
            "A forces post office address belongs to no constituency. Use the address in the United Kingdom at which you are registered to vote."),
    OVERSEAS_TERRITORY(
            "overseas-territory",
            "The overseas territories are not part of the United Kingdom; no MP represents them."),
    NON_GEOGRAPHIC(
            "non-geographic",
            "This postcode is only for mail and belongs to no place. Use the postcode of the address where you live.");

    private static final Set<String> OVERSEAS = Set.of(
            "AI2640", "ASCN1ZZ", "BBND1ZZ", "BIQQ1ZZ", "FIQQ1ZZ", "GX111AA", "PCRN1ZZ", "SIQQ1ZZ", "STHL1ZZ", "TDCU1ZZ",
            "TKCA1ZZ");
    private static final Set<String> ONLY_FOR_MAIL = Set.of("SANTA1", "XM45HQ", "ZZ99ZZ", "GIR0AA");
    private static final Pattern FORCES_NUMBER = Pattern.compile("BFPO(CO)?[0-9]{1,4}");

    /** Blanks and all; nobody writes more of them. */
    private static final int LONGEST_SPECIAL = 200;

    private final String word;
    private final String explanation;

    Territory(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /** The word that stands in a problem document. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Why there is no MP, in plain words. */
    public String explanation() {
        return explanation;
    }

    /** What the whole of an area is, in use or not: JE, GY, IM, BF (forces) and BX (banks) hold no constituency. */
    static Optional<Territory> ofArea(String area) {
        return Optional.ofNullable(
                switch (area) {
                    case "JE" -> JERSEY;
                    case "GY" -> GUERNSEY;
                    case "IM" -> ISLE_OF_MAN;
                    case "BF" -> BFPO;
                    case "BX" -> NON_GEOGRAPHIC;
                    default -> null;
                });
    }

    /** What is a genuine address although most of it has not the form of a postcode. */
    static Optional<Territory> ofSpecial(String typed) {
        if (typed.length() > LONGEST_SPECIAL) {
            return Optional.empty();
        }
        var compact = typed.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        if (OVERSEAS.contains(compact)) {
            return Optional.of(OVERSEAS_TERRITORY);
        }
        if (ONLY_FOR_MAIL.contains(compact)) {
            return Optional.of(NON_GEOGRAPHIC);
        }
        return FORCES_NUMBER.matcher(compact).matches() ? Optional.of(BFPO) : Optional.empty();
    }
}
