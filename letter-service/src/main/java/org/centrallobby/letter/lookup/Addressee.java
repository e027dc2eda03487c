package org.centrallobby.letter.lookup;

/**
 * Whom a supporter writes to.
 *
 * @param postcode the supporter's, as it is written
 */
public record Addressee(String postcode, Constituency constituency, Member member) {
    /** The postcode is somebody's. */
    @Override
    public String toString() {
        return "Addressee[%s]".formatted(constituency.code());
    }
}
