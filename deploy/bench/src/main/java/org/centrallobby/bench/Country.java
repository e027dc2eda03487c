package org.centrallobby.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Postcodes with their constituencies, in the order of their text. Real ones of Great Britain where the operator has
 * them, invented ones otherwise; those of Northern Ireland are always invented.
 */
final class Country {
    /** What stands for "none" in {@link #code}. */
    static final String NOWHERE = "";

    private static final int RADIX = 37;
    private static final String TEXT = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int CODE_BITS = 12;
    private static final int LENGTH = 7;
    private static final int BELFAST_DISTRICTS = 82;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    /** Text, constituency and whether it is in use, in one number that orders as the text does. */
    private long[] rows = new long[1 << 16];

    private int size;

    private Country() {
        number(NOWHERE);
    }

    /** Some 2.7 million postcodes; those of Great Britain from the two files in the folder. */
    static Country real(Path data) {
        var country = new Country();
        country.readAll(data.resolve("postcode_pcon24_gb.csv.gz"));
        country.readAll(data.resolve("postcode_no_constituency_gb.csv.gz"));
        country.addNorthernIreland(5);
        return country.sorted();
    }

    /** Some fifty thousand invented postcodes in all 650 constituencies. */
    static Country invented(List<String> constituencies) {
        var country = new Country();
        var outwards = outwards();
        for (var code : constituencies) {
            if (!code.startsWith("N")) {
                country.addDistrict(outwards.removeFirst() + "1", code, 60);
            }
        }
        country.addNorthernIreland(200);
        return country.sorted();
    }

    int size() {
        return size;
    }

    /** The postcode with its outward half filled up to four characters, as in {@code M1  1AD}. */
    String padded(int row) {
        var text = new char[LENGTH];
        var number = rows[row] >>> CODE_BITS + 1;
        for (var i = LENGTH - 1; i >= 0; i--) {
            text[i] = TEXT.charAt((int) (number % RADIX));
            number /= RADIX;
        }
        return new String(text);
    }

    /** The postcode as it is written. */
    String postcode(int row) {
        var padded = padded(row);
        return padded.substring(0, 4).strip() + " " + padded.substring(4);
    }

    /** The code of its constituency, or {@link #NOWHERE}. */
    String code(int row) {
        return codes.get((int) (rows[row] >>> 1) & ((1 << CODE_BITS) - 1));
    }

    boolean live(int row) {
        return (rows[row] & 1) == 1;
    }

    private void readAll(Path file) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var first = line.indexOf(',');
                var second = line.indexOf(',', first + 1);
                add(line.substring(0, first), line.substring(first + 1, second), line.endsWith("1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    private void addNorthernIreland(int oneIn) {
        for (var district = 1; district <= BELFAST_DISTRICTS; district++) {
            addDistrict("BT" + district, "N%08d".formatted(5_000_001 + district % 18), oneIn);
        }
    }

    private void addDistrict(String outward, String code, int oneIn) {
        for (var sector = 0; sector < 10; sector++) {
            for (var first : INWARD_LETTERS.toCharArray()) {
                for (var second : INWARD_LETTERS.toCharArray()) {
                    var compact = outward + sector + first + second;
                    if (Math.floorMod(compact.hashCode(), oneIn) == 0) {
                        add(compact, code, Math.floorMod(compact.hashCode() / oneIn, 3) > 0);
                    }
                }
            }
        }
    }

    private void add(String compact, String code, boolean live) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        var number = 0L;
        var outward = compact.length() - 3;
        for (var i = 0; i < LENGTH; i++) {
            var symbol = i < outward ? compact.charAt(i) : i < 4 ? ' ' : compact.charAt(outward + i - 4);
            number = number * RADIX + TEXT.indexOf(symbol);
        }
        rows[size++] = (number << CODE_BITS | number(code)) << 1 | (live ? 1 : 0);
    }

    private int number(String code) {
        return numbers.computeIfAbsent(code, absent -> {
            codes.add(code);
            return codes.size() - 1;
        });
    }

    private Country sorted() {
        Arrays.sort(rows, 0, size);
        return this;
    }

    /** Pairs of letters that no postcode of another kind begins with. */
    private static ArrayList<String> outwards() {
        var outwards = new ArrayList<String>();
        for (var first = 'A'; first <= 'Z'; first++) {
            for (var second = 'A'; second <= 'Z'; second++) {
                var letters = "" + first + second;
                if (!List.of("BT", "JE", "GY", "IM", "BF", "GI", "NP", "ZZ").contains(letters)) {
                    outwards.add(letters);
                }
            }
        }
        return outwards;
    }
}
