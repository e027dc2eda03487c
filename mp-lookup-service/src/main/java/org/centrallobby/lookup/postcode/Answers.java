package org.centrallobby.lookup.postcode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.seat.Representation;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a lookup needs, of one release. Immutable. What all postcodes of a constituency have in common in their
 * answers is made into JSON once, so that an answer is a few copied bytes.
 */
public final class Answers {
    private static final byte[] POSTCODE = ascii("{\"postcode\":\"");
    private static final byte[] CORRECTED = ascii("\",\"corrected\":true,\"terminated\":");
    private static final byte[] NOT_CORRECTED = ascii("\",\"corrected\":false,\"terminated\":");
    private static final byte[] NO_MONTH = ascii("null");
    private static final byte[] IN_USE = ascii(",\"inUse\":true,");
    private static final byte[] NOT_IN_USE = ascii(",\"inUse\":false,");
    private static final byte[] RESULTS = ascii("{\"results\":[");
    private static final byte[] QUERY = ascii("{\"query\":");
    private static final byte[] FOUND = ascii(",\"found\":");
    private static final byte[] PROBLEM = ascii(",\"problem\":");

    /** All that stands before the constituency, and a little more. */
    private static final int HEAD = 96;

    /** A constituency with its member, roughly. */
    private static final int ONE_OF_MANY = 700;

    private final String version;
    private final CharSequence tag;
    private final PostcodeDirectory directory;
    private final Refusals refusals;
    private final ObjectMapper json;
    private final byte[] @Nullable [] places;
    private final Map<List<Integer>, byte[]> splits = new HashMap<>();

    /**
     * @param version names the release; another one has another name
     * @param seats by the code of the constituency; all that the directory refers to
     */
    public Answers(
            String version,
            PostcodeDirectory directory,
            Map<String, Representation> seats,
            Boundaries boundaries,
            ObjectMapper json) {
        this.version = version;
        this.tag = Versioned.tag(version);
        this.directory = directory;
        this.json = json;
        this.refusals = new Refusals(directory, boundaries);
        this.places = new byte[boundaries.size()][];
        for (var place = 0; place < boundaries.size(); place++) {
            var seat = seats.get(boundaries.at(place).code());
            if (seat != null) {
                places[place] = tail(seat.constituency(), null, seat.seat());
            }
        }
        directory
                .splitSets()
                .forEach(set -> splits.put(
                        set, tail(null, set.stream().map(boundaries::at).toList(), null)));
    }

    /** Before anything is loaded. */
    static Answers none(Boundaries boundaries, ObjectMapper json) {
        return new Answers("none", PostcodeDirectory.empty(), Map.of(), boundaries, json);
    }

    /** Names the release. */
    public String version() {
        return version;
    }

    /** The version as the header {@code ETag} has it. */
    CharSequence tag() {
        return tag;
    }

    /** What is known of postcodes. */
    public PostcodeDirectory directory() {
        return directory;
    }

    /**
     * The answer for what somebody typed, as the JSON of a {@link PostcodeAnswer}.
     *
     * @throws Failure if nothing of that name exists, or if it lies in no constituency
     */
    byte[] find(String typed) {
        var found = directory.find(typed);
        if (found == Found.NONE || Found.territory(found) != null) {
            throw refusals.of(typed, found);
        }
        var tail = tail(found);
        return put(found, tail, new Output(HEAD + tail.length)).toBytes();
    }

    /** The outcomes for what several people typed, as the JSON of {@link PostcodeOutcomes}. */
    byte[] findAll(List<String> typed) {
        var output = new Output(typed.size() * ONE_OF_MANY).put(RESULTS);
        for (var i = 0; i < typed.size(); i++) {
            if (i > 0) {
                output.put(',');
            }
            output.put(QUERY).put('"');
            output.put(JsonStringEncoder.getInstance().quoteAsUTF8(typed.get(i)))
                    .put('"');
            putOutcome(typed.get(i), output);
            output.put('}');
        }
        return output.put(']').put('}').toBytes();
    }

    /** The constituencies of an outward half, the one with most postcodes first; empty if no postcode begins so. */
    List<Constituency> ofOutwardCode(String typed) {
        return refusals.ofOutwardCode(typed);
    }

    /** The outward half as it is written; empty if the text has not the form of one. */
    Optional<String> outwardCode(String typed) {
        return refusals.outwardCode(typed);
    }

    private void putOutcome(String typed, Output output) {
        var found = directory.find(typed);
        if (found == Found.NONE || Found.territory(found) != null) {
            output.put(PROBLEM).put(bytes(Problem.of(refusals.of(typed, found))));
        } else {
            put(found, tail(found), output.put(FOUND));
        }
    }

    private static Output put(long found, byte[] tail, Output output) {
        output.put(POSTCODE).putPostcode(Found.packed(found));
        output.put(Found.isCorrected(found) ? CORRECTED : NOT_CORRECTED);
        var month = Found.terminatedIn(found);
        output.put(month == null ? NO_MONTH : ascii("\"%s\"".formatted(month)));
        return output.put(Found.isTerminated(found) ? NOT_IN_USE : IN_USE).put(tail);
    }

    private byte[] tail(long found) {
        var tail = Found.isSplit(found) ? splits.get(directory.split(Found.packed(found))) : places[Found.place(found)];
        if (tail == null) {
            throw new IllegalStateException("The seat of a loaded constituency is not loaded");
        }
        return tail;
    }

    /** What follows the postcode's own facts. */
    private byte[] tail(
            @Nullable Constituency constituency, @Nullable List<Constituency> candidates, @Nullable Seat seat) {
        var whole = new String(
                bytes(new PostcodeAnswer("", false, null, true, constituency, candidates, seat)),
                StandardCharsets.UTF_8);
        return whole.substring(whole.indexOf("\"constituency\"")).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An answer cannot be written as JSON", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Answers[%s]".formatted(version);
    }
}
