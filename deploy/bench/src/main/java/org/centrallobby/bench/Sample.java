package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Postcodes drawn at random, with the constituencies that they lie in. */
record Sample(List<String> postcodes, List<String> codes) {
    private static final int BATCH = 100;

    static Sample read(Path file) {
        var postcodes = new ArrayList<String>();
        var codes = new ArrayList<String>();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                var comma = line.indexOf(',');
                postcodes.add(line.substring(0, comma));
                codes.add(line.substring(comma + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample(postcodes, codes);
    }

    int size() {
        return postcodes.size();
    }

    String postcode(int number) {
        return postcodes.get(number);
    }

    /** The code of its constituency. */
    String code(int number) {
        return codes.get(number);
    }

    /** A path for each postcode. */
    List<String> paths() {
        return postcodes.stream()
                .map(postcode -> "/v1/postcodes/" + escaped(postcode))
                .toList();
    }

    /** Paths that ask for a hundred postcodes each. */
    List<String> batches(int count) {
        return IntStream.range(0, count)
                .mapToObj(batch -> "/v1/postcodes?postcode="
                        + String.join(
                                "&postcode=",
                                IntStream.range(0, BATCH)
                                        .mapToObj(i -> escaped(postcodes.get((batch * BATCH + i) % postcodes.size())))
                                        .toList()))
                .toList();
    }

    /** Looks some of them up and compares. */
    void check(Service lookup, int count) {
        for (var i = 0; i < count; i++) {
            var answer = lookup.get("/v1/postcodes/" + escaped(postcodes.get(i)));
            if (answer.statusCode() != 200 || !answer.body().contains("\"" + codes.get(i) + "\"")) {
                throw new CannotMeasure("The service answers wrongly (line %d of the sample, status %d); see %s"
                        .formatted(i + 1, answer.statusCode(), lookup.log()));
            }
        }
    }

    /** The mean size of an answer in bytes. */
    int meanSize(Service lookup, List<String> paths) {
        return (int) paths.stream()
                .limit(200)
                .mapToInt(path -> lookup.get(path).body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .average()
                .orElseThrow();
    }

    private static String escaped(String postcode) {
        return postcode.replace(" ", "%20");
    }

    @Override
    public String toString() {
        return "Sample[%d postcodes]".formatted(postcodes.size());
    }
}
