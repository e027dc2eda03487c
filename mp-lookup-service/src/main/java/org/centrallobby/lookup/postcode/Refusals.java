package org.centrallobby.lookup.postcode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.ProblemType;
import org.jboss.logging.Logger;

/** Says why there is no answer, and what may have been meant. */
final class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final PostcodeDirectory directory;
    private final Boundaries boundaries;

    Refusals(PostcodeDirectory directory, Boundaries boundaries) {
        this.directory = directory;
        this.boundaries = boundaries;
    }

    /** @param found what the directory knows: nothing, or that it lies in a territory */
    Failure of(String typed, long found) {
        var territory = found == Found.NONE ? null : Found.territory(found);
        if (territory != null) {
            return outside(territory);
        }
        var special = Territory.ofSpecial(typed);
        if (special.isPresent()) {
            return outside(special.get());
        }
        var compact = TypedPostcode.compact(typed);
        var packed = compact < 0 ? PackedPostcode.NONE : PackedPostcode.of(compact);
        return packed == PackedPostcode.NONE ? notWhole(typed) : unknown(packed);
    }

    List<Constituency> ofOutwardCode(String typed) {
        var outward = outward(typed);
        return outward == PackedPostcode.NONE ? List.of() : constituencies(directory.placesOfOutward(outward));
    }

    Optional<String> outwardCode(String typed) {
        var outward = outward(typed);
        return outward == PackedPostcode.NONE ? Optional.empty() : Optional.of(PackedPostcode.outwardText(outward));
    }

    private Failure notWhole(String typed) {
        var candidates = ofOutwardCode(typed);
        if (candidates.isEmpty()) {
            return new Failure(ProblemType.MALFORMED_POSTCODE, "Write the whole postcode, for instance SW1A 0AA.");
        }
        return Failure.withCandidates(
                ProblemType.PARTIAL_POSTCODE,
                "Write the whole postcode, for instance SW1A 0AA. What was written reaches into the constituencies named here.",
                candidates);
    }

    private Failure unknown(int packed) {
        var outward = PackedPostcode.outwardText(PackedPostcode.outwardOfSector(PackedPostcode.sector(packed)));
        var territory = Territory.ofArea(area(outward));
        if (territory.isPresent()) {
            return outside(territory.get());
        }
        if (PostcodeDirectory.isNorthernIrish(packed) && !directory.hasNorthernIreland()) {
            return Failure.withCandidates(
                    ProblemType.NORTHERN_IRELAND_NOT_LOADED,
                    "The postcodes of Northern Ireland need a licence and are not loaded here. Choose the constituency by name.",
                    boundaries.of(Nation.NORTHERN_IRELAND));
        }
        LOG.infof("A postcode in %s is not known", outward);
        var candidates = constituencies(directory.placesOfSector(packed));
        return Failure.withCandidates(
                ProblemType.UNKNOWN_POSTCODE,
                candidates.isEmpty()
                        ? "No such postcode is in the directory. Check it; if it is new, choose the constituency by name."
                        : "No such postcode is in the directory. Check it; if it is new, choose one of the constituencies"
                                + " around it, or another by name.",
                candidates);
    }

    /** The number of what has the form of an outward half, if need be with O and 0, I and 1 exchanged. */
    private int outward(String typed) {
        var compact = TypedPostcode.compact(typed);
        if (compact < 0 || TypedPostcode.length(compact) > 4) {
            return PackedPostcode.NONE;
        }
        var exact = PackedPostcode.outward((int) compact);
        if (exact != PackedPostcode.NONE && directory.placesOfOutward(exact).length > 0) {
            return exact;
        }
        var length = TypedPostcode.length(compact);
        for (var shape = 0; shape < TypedPostcode.shapes(length); shape++) {
            var shaped = PackedPostcode.outward((int) TypedPostcode.shaped(compact, length, shape));
            if (shaped != PackedPostcode.NONE && directory.placesOfOutward(shaped).length > 0) {
                return shaped;
            }
        }
        return exact;
    }

    private List<Constituency> constituencies(int[] places) {
        return Arrays.stream(places).mapToObj(boundaries::at).toList();
    }

    private static String area(String outward) {
        return outward.replaceFirst("[0-9].*", "");
    }

    private static Failure outside(Territory territory) {
        return Failure.inTerritory(territory.word(), territory.explanation());
    }
}
