package org.centrallobby.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes postcodes in the form of the ONS Postcode Directory of August 2026: its 55 columns, its quotes, its line ends.
 * Postcode and constituency are the country's; months, coordinates and all other codes are invented, always the same for
 * a postcode.
 */
final class DirectoryRow {
    /** A name that ends in {@code =} and two characters: the codes in that column begin so behind the nation's letter. */
    private static final List<String> COLUMNS = List.of(
                    "pcd7 pcd8 pcds dointr doterm cty26cd=10 ced25cd=58 lad26cd=07 wd26cd=05 parncp26cd=04 usrtypind east1m north1m",
                    "gridind hlth19cd=18 nhser24cd=40 ctry26cd rgn26cd=12 ssr95cd pcon24cd eer20cd=15 educ23cd ttwa15cd=30 pco19cd=16",
                    "itl25cd=06 wdstl05cd oa01cd wdcas03cd npark16cd=65 lsoa01cd msoa01cd ruc01ind oac01ind oa11cd=00 lsoa11cd=01",
                    "msoa11cd=02 wz11cd sicbl26cd=38 bua24cd=63 ruc11ind oac11ind lat long lep21cd1 lep21cd2 pfa23cd=23 imd20ind",
                    "cal26cd=56 icb26cd=54 oa21cd=00 lsoa21cd=01 msoa21cd=02 ruc21ind oac21ind imd25ind")
            .stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .toList();

    /** The first line, with its end. */
    static final byte[] HEADER = ascii(String.join(
                    ",", COLUMNS.stream().map(column -> column.split("=")[0]).toList())
            + "\r\n");

    private final Country country;
    private final StringBuilder row = new StringBuilder(700);
    private final @Nullable String[] ofSector = new @Nullable String[COLUMNS.size()];
    private String sector = "";

    DirectoryRow(Country country) {
        this.country = country;
    }

    /** The line of a postcode, with its end. */
    byte[] of(int number) {
        var padded = country.padded(number);
        var code = country.code(number);
        var nation = nation(padded, code);
        if (!padded.startsWith(sector) || sector.isEmpty()) {
            sector = padded.substring(0, 5);
            inventSector(nation);
        }
        row.setLength(0);
        var dice = mix(padded.hashCode());
        for (var column = 0; column < ofSector.length; column++) {
            var shared = ofSector[column];
            if (shared == null) {
                append(COLUMNS.get(column), number, padded, code, nation, dice);
            } else {
                row.append(shared);
            }
            row.append(',');
        }
        row.setLength(row.length() - 1);
        return ascii(row.append("\r\n").toString());
    }

    /** What all postcodes of a sector share: the codes of larger areas. */
    private void inventSector(char nation) {
        for (var column = 0; column < ofSector.length; column++) {
            var dice = mix(sector.hashCode() * 64L + column);
            var nameAndPrefix = COLUMNS.get(column).split("=");
            ofSector[column] = nameAndPrefix.length > 1 && !nameAndPrefix[0].startsWith("oa")
                    ? "\"%c%s%06d\"".formatted(nation, nameAndPrefix[1], dice % 10_000)
                    : switch (nameAndPrefix[0]) {
                        case "ctry26cd" -> "\"" + country(nation) + "\"";
                        case "ssr95cd" -> "\"5\"";
                        case "ruc11ind", "oac11ind", "ruc21ind", "oac21ind" -> "\"6A1\"";
                        case "educ23cd",
                                "wdstl05cd",
                                "oa01cd",
                                "wdcas03cd",
                                "lsoa01cd",
                                "msoa01cd",
                                "ruc01ind",
                                "oac01ind" -> "\"\"";
                        case "wz11cd", "lep21cd1", "lep21cd2" -> "\"\"";
                        case "imd20ind" -> Long.toString(dice % 33_000);
                        default -> null;
                    };
        }
    }

    private void append(String column, int number, String padded, String code, char nation, long dice) {
        var placed = !code.isEmpty();
        switch (column) {
            case "pcd7" -> quoted(padded);
            case "pcd8" -> quoted(padded.substring(0, 4) + " " + padded.substring(4));
            case "pcds" -> quoted(country.postcode(number));
            case "dointr" -> quoted(month(dice, 1973));
            case "doterm" -> quoted(ended(number, nation, dice) ? month(dice, 1996) : "");
            case "usrtypind" -> quoted((dice & 7) == 0 ? "1" : "0");
            case "east1m" -> quoted(placed ? Long.toString(100_000 + (dice >>> 8) % 550_000) : "");
            case "north1m" -> quoted(placed ? Long.toString(100_000 + (dice >>> 16) % 900_000) : "");
            case "gridind" -> quoted(placed ? "1" : "9");
            case "pcon24cd" -> quoted(placed ? code : pseudo(nation));
            case "oa11cd=00", "oa21cd=00" ->
                row.append('"')
                        .append(nation)
                        .append(10_000_000 + (dice >>> 20) % 190_000)
                        .append('"');
            case "lat" -> row.append(placed ? decimal(50_000_000 + (dice >>> 10) % 9_000_000) : "99.999999");
            case "long" -> row.append(placed ? "-" + decimal((dice >>> 12) % 6_000_000) : "0.000000");
            case "imd25ind" -> row.append((dice >>> 24) % 33_000);
            default -> throw new IllegalStateException("Nobody fills " + column);
        }
    }

    private void quoted(String text) {
        row.append('"').append(text).append('"');
    }

    /** Of those in no constituency the crown dependencies' are mostly in use, PO boxes and the like mostly not. */
    private boolean ended(int number, char nation, long dice) {
        if (!country.code(number).isEmpty()) {
            return !country.live(number);
        }
        return dice % 10 < (pseudo(nation).isEmpty() ? 7 : 1);
    }

    private static String month(long dice, int firstYear) {
        var months = (dice >>> 30) % ((2026 - firstYear) * 12L);
        return Long.toString((firstYear + months / 12) * 100 + 1 + months % 12);
    }

    private static String decimal(long millionths) {
        var text = Long.toString(1_000_000_000 + millionths);
        return Long.toString(millionths / 1_000_000) + "." + text.substring(text.length() - 6);
    }

    private static char nation(String padded, String code) {
        if (!code.isEmpty()) {
            return code.charAt(0);
        }
        return padded.startsWith("JE") || padded.startsWith("GY") ? 'L' : padded.startsWith("IM") ? 'M' : 'E';
    }

    private static String pseudo(char nation) {
        return nation == 'L' || nation == 'M' ? nation + "99999999" : "";
    }

    private static String country(char nation) {
        return switch (nation) {
            case 'S' -> "S92000003";
            case 'W' -> "W92000004";
            case 'N' -> "N92000002";
            case 'L' -> "L93000001";
            case 'M' -> "M83000003";
            default -> "E92000001";
        };
    }

    /** Spreads a number over all bits; the result is not negative. */
    private static long mix(long number) {
        var mixed = (number ^ number >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (mixed ^ mixed >>> 31) & Long.MAX_VALUE;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
