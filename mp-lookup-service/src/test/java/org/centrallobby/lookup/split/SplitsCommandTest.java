package org.centrallobby.lookup.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SplitsCommandTest {
    private static final String HEADER =
            "UPRN,GRIDGB1E,GRIDGB1N,PCDS,OA21CD,CTY25CD,CED25CD,LAD25CD,WD25CD,HLTH19CD,CTRY25CD,RGN25CD,PCON24CD,EER20CD\n";
    private static final String ROWS = row("SW1A 0AA", "E14001172")
            + row("CF99 1SN", "W07000081")
            + row("SW1A 0AA", "E14001063")
            + row("SW1A 0AA", "E14001172");
    private static final String SPLIT = "postcode,codes\nSW1A 0AA,E14001063 E14001172\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPostcodeWithAddressesInTwoConstituenciesIsSplit() throws IOException {
        assertThat(run(file("a.csv", HEADER + ROWS))).isZero();
        assertThat(out).hasToString(SPLIT);
        assertThat(err.toString()).contains("4 addresses", "2 postcodes of 3 constituencies; 1 are split");
    }

    @Test
    void theHeaderMayBeQuotedInLowerCaseAndOfAnotherEdition() throws IOException {
        var text =
                "\uFEFF\"pcon29cd\",\"uprn\",\"pcds\"\r\n\"E14001063\",\"1\",\"M1 1AD\"\r\n\"E14001064\",\"a,b\",\"M1 1AD\"";
        assertThat(run(file("a.csv", text))).isZero();
        assertThat(out).hasToString("postcode,codes\nM1 1AD,E14001063 E14001064\n");
    }

    @Test
    void twoCodesOfOneSeatAreOnePlace() throws IOException {
        assertThat(run(file("a.csv", HEADER + row("KA7 1AA", "S14000006") + row("KA7 1AA", "S14000107"))))
                .isZero();
        assertThat(out).hasToString("postcode,codes\n");
    }

    @Test
    void theFilesMayLieInAFolderInGzipOrInAZip() throws IOException {
        var one = HEADER + row("SW1A 0AA", "E14001172");
        var other = HEADER + row("SW1A 0AA", "E14001063");
        var codes = "PCON24CD,PCON24NM\nE14001063,Aldershot\n";
        var inside = Files.createDirectories(folder.resolve("ONSUD/Data"));
        Files.writeString(inside.resolve("ONSUD_EE.csv"), one);
        Files.writeString(folder.resolve("ONSUD/names and codes.csv"), codes);
        var zip = zip("c.zip", "Data/ONSUD_EE.csv", other, "Documents/codes.csv", codes);
        gzip("b.csv.gz", one);

        assertThat(run(folder.resolve("ONSUD"), zip)).isZero();
        assertThat(run(folder.resolve("b.csv.gz"), zip)).isZero();
        assertThat(out).hasToString(SPLIT + SPLIT);
    }

    @Test
    void addressesWithoutAPlaceAreCountedAndNoJunk() throws IOException {
        var outside = row("", "E14001063") + row("JE2 4WD", "L99999999") + row("AB1 0AA", "");
        assertThat(run(file("a.csv", HEADER + ROWS + outside))).isZero();
        assertThat(err.toString()).contains("7 addresses, 3 of them without").doesNotContain("left out");
    }

    @Test
    void someJunkIsLeftOutAndNamed() throws IOException {
        var text = HEADER + ROWS.repeat(1000) + row("SW1A 0AA", "E14009999") + "1,2\n" + row("?", "E14001063");
        assertThat(run(file("a.csv", text))).isZero();
        assertThat(out).hasToString(SPLIT);
        assertThat(err.toString())
                .contains(
                        "3 rows could not be used", "a.csv, line 4002: the constituency is none of the 2024 boundaries")
                .contains(
                        "a.csv, line 4003: the line has fewer columns",
                        "a.csv, line 4004: what stands for the postcode");
    }

    @Test
    void withMuchJunkNothingIsWritten() throws IOException {
        var output = file("splits.csv", "what was there");
        var text = HEADER + ROWS.repeat(100) + row("SW1A 0AA", "E14000001");
        assertThat(run(file("a.csv", text), Path.of("--output"), output)).isEqualTo(1);
        assertThat(err.toString())
                .contains("1 of 401 rows cannot be used", "line 402")
                .doesNotContain("SW1A");
        assertThat(output).hasContent("what was there");
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        assertThat(run(file("a.csv", HEADER + ROWS + "x".repeat(10_000_000) + "\n" + ROWS)))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a.csv");
    }

    @Test
    void theOutputIsReplacedAsAWhole() throws IOException {
        var output = file("splits.csv", "what was there");
        assertThat(run(Path.of("-o"), output, file("a.csv", HEADER + ROWS))).isZero();
        assertThat(output).hasContent(SPLIT.strip());
        assertThat(folder.resolve("splits.csv.part")).doesNotExist();
    }

    @Test
    void aZipThatWasCutOffIsRefused() throws IOException {
        var zip = zip("c.zip", "Data/a.csv", HEADER + ROWS.repeat(1000));
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), (int) Files.size(zip) / 2));
        assertThat(run(zip)).isEqualTo(1);
        assertThat(err.toString()).contains("c.zip");
    }

    @Test
    void whatIsNoListOfAddressesIsRefused() throws IOException {
        assertThat(run(file("a.csv", "PCON24CD,PCON24NM\nE14001063,Aldershot\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a.csv, line 1: no column holds the postcode");
        assertThat(run(file("b.csv", "PCDS,PCON24CD,PCON\n"))).isEqualTo(1);
        assertThat(run(file("c.csv", HEADER))).isEqualTo(1);
        assertThat(run(file("d.csv", ""))).isEqualTo(1);
        assertThat(run(folder.resolve("missing.csv"))).isEqualTo(1);
        assertThat(run()).isEqualTo(2);
    }

    private int run(Path... arguments) {
        return new CommandLine(new SplitsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments).map(Path::toString).toArray(String[]::new));
    }

    private static String row(String postcode, String code) {
        return "1,530268,179545,%s,E00004604,E99999999,E99999999,E09000033,E05013806,,E92000001,E12000007,%s,E15000007\n"
                .formatted(postcode, code);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void gzip(String name, String text) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path zip(String name, String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
            bytes.writeTo(file);
        }
        return folder.resolve(name);
    }
}
