package org.centrallobby.lookup.postcode;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.ProblemType;
import org.centrallobby.lookup.seat.House;
import org.centrallobby.lookup.seat.Representation;
import org.jboss.logging.Logger;

/** Finds the constituency and the member for what somebody typed. */
@ApplicationScoped
class PostcodeFinder {
    private static final Logger LOG = Logger.getLogger(PostcodeFinder.class);
    private static final String NORTHERN_IRELAND = "BT";

    private final PostcodeDirectory directory;
    private final House house;

    PostcodeFinder(PostcodeDirectory directory, House house) {
        this.directory = directory;
        this.house = house;
    }

    /** @throws Failure if nothing of that name exists, or if it lies in no constituency */
    PostcodeAnswer find(String text) {
        var typed = TypedPostcode.of(text);
        var index = directory.current();
        var exact = typed.exact();
        var found = exact.flatMap(index::find);
        if (found.isPresent()) {
            return answer(exact.get(), false, found.get());
        }
        Territory.ofSpecial(typed.compact()).ifPresent(PostcodeFinder::refuse);
        for (var correction : typed.corrections()) {
            var meant = index.find(correction);
            if (meant.isPresent()) {
                return answer(correction, true, meant.get());
            }
        }
        throw notFound(exact, index);
    }

    private PostcodeAnswer answer(Postcode postcode, boolean corrected, PostcodeIndex.Entry entry) {
        if (entry.territory() != null) {
            refuse(entry.territory());
        }
        var terminated =
                entry.terminatedIn() == null ? null : entry.terminatedIn().toString();
        var seats = entry.codes().stream().map(this::seat).toList();
        if (seats.size() > 1) {
            var candidates = seats.stream().map(Representation::constituency).toList();
            return new PostcodeAnswer(postcode.text(), corrected, terminated, null, candidates, null);
        }
        var only = seats.getFirst();
        return new PostcodeAnswer(postcode.text(), corrected, terminated, only.constituency(), null, only.seat());
    }

    private Representation seat(String code) {
        return house.seat(code)
                .orElseThrow(() -> new IllegalStateException("The seat of %s is not loaded".formatted(code)));
    }

    private static Failure notFound(Optional<Postcode> exact, PostcodeIndex index) {
        if (exact.isEmpty()) {
            return new Failure(ProblemType.MALFORMED_POSTCODE, "Write the whole postcode, for instance SW1A 0AA.");
        }
        var postcode = exact.get();
        Territory.ofArea(postcode.area()).ifPresent(PostcodeFinder::refuse);
        if (postcode.area().equals(NORTHERN_IRELAND) && !index.knowsArea(NORTHERN_IRELAND)) {
            return new Failure(
                    ProblemType.NORTHERN_IRELAND_NOT_LOADED,
                    "The postcodes of Northern Ireland need a licence and are not loaded here. Choose the constituency by name.");
        }
        LOG.infof("A postcode in %s is not known", postcode.outward());
        return new Failure(
                ProblemType.UNKNOWN_POSTCODE,
                "No such postcode is in the directory. Check it; if it is new, choose the constituency by name.");
    }

    private static void refuse(Territory territory) {
        throw Failure.inTerritory(territory.word(), territory.explanation());
    }
}
