package org.centrallobby.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.centrallobby.lookup.constituency.Constituency;

/**
 * An invented person who writes a letter. Everything about them follows from their number, and no two have the same name,
 * mailbox, words or address on the network.
 *
 * @param postcode of their home, by which their constituency is found
 */
record Supporter(long number, String postcode, Constituency constituency) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WORDS = 24;

    /** What people say in a line of their own, taken apart. */
    private static final List<String> VOCABULARY = List.of(
            ("my daughter bus morning library winter nurse grandmother allotment school river bicycle rent heating neighbour"
                            + " market bakery shift night hospital queue letter garden bridge street councillor evening walk"
                            + " village pension carer teacher brother kitchen damp window landlord train platform late"
                            + " crossing playground football shop corner post office village hall choir summer storm flood"
                            + " cellar insurance twice last year since never always because when closed opened waited hours"
                            + " asked again nobody answered cold dark safe home quiet loud children elderly friends"
                            + " worried tired hopeful grateful proud small large first third every other week")
                    .split(" "));

    String name() {
        return "Ada Invented-%d".formatted(number);
    }

    String email() {
        return "supporter%d@example.org".formatted(number);
    }

    /** The number in an address that {@link #email} made. */
    static long numberOf(String email) {
        return Long.parseLong(email.substring("supporter".length(), email.indexOf('@')));
    }

    /** Where their requests come from. */
    String networkAddress() {
        var mixed = number * 0x9E3779B97F4A7C15L >>> 32;
        return "%d.%d.%d.%d".formatted(20 + mixed % 80, mixed >> 8 & 255, mixed >> 16 & 255, mixed >> 24 & 255);
    }

    /** Two or three of the campaign's points in an order of their own, and a line that nobody else has written. */
    String body() {
        var random = new Random(number);
        var points = new ArrayList<>(CampaignText.POINTS);
        Collections.shuffle(points, random);
        var parts = new ArrayList<String>();
        parts.add(CampaignText.OPENING.replace("{constituency.name}", constituency.name()));
        parts.addAll(points.subList(0, 2 + random.nextInt(2)));
        parts.add(personalLine(random));
        parts.add(CampaignText.CLOSE);
        return String.join("\n\n", parts);
    }

    private static String personalLine(Random random) {
        var line = new StringBuilder("For me it is this:");
        for (var word = 0; word < WORDS; word++) {
            line.append(' ').append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return line.append('.').toString();
    }

    /** The body of {@code POST /v1/public/campaigns/{slug}/letters}. */
    byte[] letter() {
        return json(Map.of(
                "postcode", postcode(),
                "name", name(),
                "email", email(),
                "address", "%d Invented Street%nInvented Town".formatted(number % 400 + 1),
                "subject", "Libraries in " + constituency.name(),
                "body", body(),
                "consent", number % 3 == 0,
                "via", number % 2 == 0 ? "whatsapp" : "email"));
    }

    /** The body of {@code POST /v1/public/campaigns/{slug}/preview}. */
    byte[] preview() {
        return json(Map.of("postcode", postcode(), "name", name(), "body", body()));
    }

    private static byte[] json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Supporter[%d]".formatted(number);
    }
}
