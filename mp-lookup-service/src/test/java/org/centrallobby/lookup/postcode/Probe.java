package org.centrallobby.lookup.postcode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.lookup.constituency.BoundaryFile;

/** Says in words what an index knows, for tests of other packages. */
public final class Probe {
    private Probe() {}

    /** The code of the constituency or the territory, and since when the postcode is no more. */
    public static String of(PostcodeIndex index, String postcode) {
        return of(PostcodeDirectory.of(index, Optional.of(index), Map.of()), postcode);
    }

    /** As {@link #of(PostcodeIndex, String)}; several codes where a boundary runs through. */
    public static String of(PostcodeDirectory directory, String postcode) {
        var found = directory.find(postcode);
        if (found == Found.NONE) {
            return "unknown";
        }
        var territory = Found.territory(found);
        if (territory != null) {
            return territory.name();
        }
        var places = Found.isSplit(found) ? directory.split(Found.packed(found)) : List.of(Found.place(found));
        var codes = String.join(
                " ",
                places.stream()
                        .map(place -> BoundaryFile.read().at(place).code())
                        .toList());
        var month = Found.terminatedIn(found);
        return codes + (month != null ? " until " + month : Found.isTerminated(found) ? " no more" : "");
    }
}
