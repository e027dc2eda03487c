package org.centrallobby.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.centrallobby.lookup.constituency.Constituency;

/**
 * The files that the benchmarks read, made once and found again by the next run.
 *
 * @param csv the directory as one CSV
 * @param zip the directory as it is published: that CSV, the same as one CSV for each area, and documents beside them
 * @param areasZip the same without the one CSV
 * @param northernIreland the same form with the invented postcodes of Northern Ireland alone
 * @param places postcodes of Great Britain, with the numbers of their constituencies and whether they are in use
 * @param sample postcodes drawn from it and their constituencies, {@code SW1A 0AA,E14001172}
 * @param members who holds the seats, all invented
 */
record Fixtures(Path csv, Path zip, Path areasZip, Path northernIreland, Path places, Path sample, Path members) {
    private static final int SAMPLE = 200_000;
    private static final int BUFFER = 1 << 20;
    private static final String EDITION = "ONSPD_AUG_2026_UK";

    /** Finds the files in the folder, or makes them. */
    static Fixtures in(Path folder, Country country, List<Constituency> constituencies, Progress progress) {
        var fixtures = new Fixtures(
                folder.resolve(EDITION + ".csv"),
                folder.resolve("ONSPD_AUG_2026.zip"),
                folder.resolve("ONSPD_AUG_2026_areas.zip"),
                folder.resolve(EDITION + "_BT.csv"),
                folder.resolve("places.csv"),
                folder.resolve("sample.csv"),
                folder.resolve("members.csv"));
        try {
            Files.createDirectories(folder);
            fixtures.make(country, constituencies, progress);
            return fixtures;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be filled: the full-size files need 2 GB (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private void make(Country country, List<Constituency> constituencies, Progress progress) throws IOException {
        once(csv, progress, out -> writeRows(out, country, 0, country.size()));
        once(zip, progress, out -> writeZip(out, country, true));
        once(areasZip, progress, out -> writeZip(out, country, false));
        once(northernIreland, progress, out -> writeNorthernIreland(out, country));
        once(places, progress, out -> writePlaces(out, country));
        once(sample, progress, out -> writeSample(out, country));
        once(members, progress, out -> writeMembers(out, constituencies));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void once(Path file, Progress progress, Writing writing) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        progress.say("Making " + file);
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
            writing.to(out);
        }
        Files.move(part, file);
    }

    private static void writeRows(OutputStream out, Country country, int from, int to) throws IOException {
        var row = new DirectoryRow(country);
        out.write(DirectoryRow.HEADER);
        for (var number = from; number < to; number++) {
            out.write(row.of(number));
        }
    }

    private static void writeZip(OutputStream out, Country country, boolean whole) throws IOException {
        var zip = new ZipOutputStream(out);
        if (whole) {
            zip.putNextEntry(new ZipEntry("Data/" + EDITION + ".csv"));
            writeRows(zip, country, 0, country.size());
        }
        var from = 0;
        for (var to = 1; to <= country.size(); to++) {
            if (to == country.size() || !area(country, to).equals(area(country, from))) {
                zip.putNextEntry(new ZipEntry("Data/multi_csv/%s_%s.csv".formatted(EDITION, area(country, from))));
                writeRows(zip, country, from, to);
                from = to;
            }
        }
        zip.putNextEntry(
                new ZipEntry("Documents/Westminster Parliamentary Constituency names and codes UK as at 07_24.csv"));
        zip.write("PCON24CD,PCON24NM\r\nE14001063,Aldershot\r\n".getBytes(StandardCharsets.US_ASCII));
        zip.putNextEntry(new ZipEntry("User Guide/ONSPD User Guide Aug 2026.pdf"));
        zip.write("%PDF".getBytes(StandardCharsets.US_ASCII));
        zip.finish();
    }

    /** The letters that a postcode begins with; the old ones of Newport lie in its area, Girobank's in Glasgow's file. */
    private static String area(Country country, int row) {
        var postcode = country.padded(row);
        if (postcode.startsWith("NPT")) {
            return "NP";
        }
        if (postcode.startsWith("GIR")) {
            return "G";
        }
        return Character.isLetter(postcode.charAt(1)) ? postcode.substring(0, 2) : postcode.substring(0, 1);
    }

    private static void writeNorthernIreland(OutputStream out, Country country) throws IOException {
        var from = 0;
        while (!area(country, from).equals("BT")) {
            from++;
        }
        var to = from;
        while (area(country, to).equals("BT")) {
            to++;
        }
        writeRows(out, country, from, to);
    }

    private static void writePlaces(OutputStream out, Country country) throws IOException {
        var places = new HashMap<String, Integer>();
        for (var row = 0; row < country.size(); row++) {
            if (!area(country, row).equals("BT")) {
                var place = places.computeIfAbsent(country.code(row), code -> places.size());
                var line = "%s,%d,%d%n".formatted(country.postcode(row), place, country.live(row) ? 1 : 0);
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static void writeSample(OutputStream out, Country country) throws IOException {
        var random = new Random(2024);
        for (var drawn = 0; drawn < SAMPLE; ) {
            var row = random.nextInt(country.size());
            if (!country.code(row).isEmpty()) {
                out.write((country.postcode(row) + "," + country.code(row) + "\n").getBytes(StandardCharsets.US_ASCII));
                drawn++;
            }
        }
    }

    private static void writeMembers(OutputStream out, List<Constituency> constituencies) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email");
        for (var seat = 0; seat < constituencies.size(); seat++) {
            var constituency = constituencies.get(seat);
            var name = "%s Invented-%s".formatted(seat % 2 == 0 ? "Ada" : "Ben", letters(seat));
            lines.add("\"%s\",%s,%d,%s MP,%s,%s,member%d@parliament.example"
                    .formatted(constituency.name(), constituency.code(), 90_000 + seat, name, name, "Labour", seat));
        }
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('a' + number % 26);
    }
}
