package org.centrallobby.lookup.postcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Postcodes of the sample, found by their constituency. */
final class SamplePostcodes {
    private SamplePostcodes() {}

    /** The first postcode in that constituency. */
    static String in(String code) {
        try (var file = SamplePostcodes.class.getResourceAsStream("/dataset/sample/postcodes.csv")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith("," + code))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
