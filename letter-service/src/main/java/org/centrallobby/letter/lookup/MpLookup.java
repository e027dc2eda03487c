package org.centrallobby.letter.lookup;

/** Knows where postcodes lie. */
public interface MpLookup {
    /**
     * Where a postcode lies.
     *
     * @param postcode as the supporter typed it
     * @throws org.centrallobby.letter.problem.Failure if there is no such postcode, it lies in no constituency, or nobody answers now
     */
    Place find(String postcode);
}
