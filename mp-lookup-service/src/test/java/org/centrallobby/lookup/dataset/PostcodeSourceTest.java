package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.postcode.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeSourceTest {
    private static final String ROWS = "pcds,doterm,pcon24cd\nSW1A 0AA,,E14001172\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pcd,pcd2,pcds,dointr,doterm,ctry,pcon\nSW1A0AA,SW1A 0AA,SW1A 0AA,198001,,E92000001,E14001172\n",
                "\"pcd7\",\"pcd8\",\"pcds\",\"doterm\",\"ctry25cd\",\"pcon24cd\"\r\n\"SW1A0AA\",\"SW1A 0AA\",\"SW1A 0AA\",\"\",\"E92000001\",\"E14001172\"\r\n",
                "\uFEFFPCDS,DOTERM,CTRY26CD,PCON24CD\nSW1A 0AA,,E92000001,E14001172",
                "pcd,pcon24cd,live2023\nSW1A0AA,E14001172,1\n",
                "PCON24CD,PCD8\nE14001172,SW1A 0AA\n",
                "pcds,note,pcon24cd\nSW1A 0AA,\"one, two\",E14001172\n\r\n",
                "pcon10cd,pcds,pcon24cd\nE14000639,SW1A 0AA,E14001172\n",
            })
    void everyEditionIsUnderstoodByItsHeader(String text) {
        var read = Sent.read(Part.POSTCODES, text);

        assertThat(index(read).size()).isEqualTo(1);
        assertThat(read.report().rejected()).isZero();
        assertThat(Probe.of(index(read), "SW1A 0AA")).isEqualTo("E14001172");
    }

    @Test
    void whatIsNoLongerInUseKeepsItsMonthAndEarlierCodesAreUnderstood() {
        var index = index(Sent.read(Part.POSTCODES, """
                pcds,doterm,pcon
                AB1 0AA,199606,S14000061
                AB1 0AE,199606,S14000058
                """));

        assertThat(Probe.of(index, "AB1 0AA")).isEqualTo("S14000061 until 1996-06");
        assertThat(Probe.of(index, "AB1 0AE")).isEqualTo("S14000111 until 1996-06");
    }

    @Test
    void whereOnlyTheEndIsKnownTheMonthIsNot() {
        var index = index(Sent.read(Part.POSTCODES, "pcd,pcon24cd,live2023\nAB10AA,S14000061,0\n"));

        assertThat(Probe.of(index, "AB1 0AA")).isEqualTo("S14000061 no more");
    }

    @ParameterizedTest
    @CsvSource({
        "JE2 4WD, L99999999, JERSEY",
        "GY1 1FH, L99999999, GUERNSEY",
        "IM1 3PW, M99999999, ISLE_OF_MAN",
        "GIR 0AA, '', NON_GEOGRAPHIC",
    })
    void whatLiesInNoConstituencySaysWhy(String postcode, String code, String territory) {
        var read = Sent.read(Part.POSTCODES, "pcds,doterm,pcon24cd\n%s,,%s\n".formatted(postcode, code));

        assertThat(Probe.of(index(read), postcode)).isEqualTo(territory);
    }

    @Test
    void northernIrelandIsAPartOfItsOwn() {
        var text = "pcds,pcon24cd\nBT4 3XX,N05000001\nSW1A 0AA,E14001172\n";

        var britain = Sent.read(Part.POSTCODES, text);
        var ireland = Sent.read(Part.NORTHERN_IRELAND, text);

        assertThat(britain.content().records()).isEqualTo(1);
        assertThat(britain.report().notes())
                .singleElement()
                .asString()
                .contains("1 postcodes of Northern Ireland", "licence");
        assertThat(ireland.content().records()).isEqualTo(1);
        assertThat(ireland.report().notes()).singleElement().asString().contains("1 postcodes outside");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postal,pcon24cd/SW1A 0AA,E14001172 | line 1: no column holds the postcode",
                "pcds,doterm/SW1A 0AA, | line 1: no column holds the constituency",
                "pcds,pcon24cd,pcon24/SW1A 0AA,E14001172,E14001172 | line 1: more than one column may hold the constituency",
                "pcds,pcds,pcon24cd/SW1A 0AA,SW1A 0AA,E14001172 | line 1: more than one column may hold the postcode",
                "`` | the file is empty",
            })
    void aFileThatCannotBeReadIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, text.replace('/', '\n')))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("sent.csv")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("SW1A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SW1A,,E14001172 | what stands for the postcode has not the form of one",
                "SW1A0AAAAAAAA,,E14001172 | what stands for the postcode has not the form of one",
                "SW1A 0AA,,E14000639 | the constituency is none of the 2024 boundaries",
                "SW1A 0AA,199613,E14001172 | the month of termination is not YYYYMM",
                "SW1A 0AA,99,E14001172 | the month of termination is not YYYYMM",
                "SW1A 0AA | the line has fewer columns than the header",
            })
    void aBadRowIsPassedOverAndNamedByItsLine(String row, String reason) {
        var read = Sent.read(
                Part.POSTCODES, "pcds,doterm,pcon24cd\nE4 8ND,,E14001167\n\n" + row + "\nE4 8NE,,E14001167\n");

        assertThat(read.content().records()).isEqualTo(2);
        assertThat(read.report().rejected()).isEqualTo(1);
        assertThat(read.report().lines()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(4);
            assertThat(line.file()).isEqualTo("sent.csv");
            assertThat(line.reason()).isEqualTo(reason);
        });
    }

    @Test
    void aPostcodeThatStandsTwiceWithDifferentFactsIsCounted() {
        var read = Sent.read(
                Part.POSTCODES,
                "pcds,pcon24cd\nE4 8ND,E14001167\nE4 8ND,E14001172\nE4 8NE,E14001167\nE4 8NE,E14001167\n");

        assertThat(read.report().reasons()).containsOnlyKeys("a postcode stands twice, with different facts");
        assertThat(read.report().notes()).containsExactly("1 rows only repeat another");
    }

    @Test
    void linesAreNumberedInLargeFilesToo() {
        var text = new StringBuilder("pcds,filler,pcon24cd\n");
        for (var line = 2; line <= 50_000; line++) {
            text.append(line == 40_001 ? "nothing" : "E4 8ND")
                    .append(',')
                    .append("x".repeat(60))
                    .append(",E14001167\n");
        }

        var read = Sent.read(Part.POSTCODES, text.toString());

        assertThat(read.report().rows()).isEqualTo(49_999);
        assertThat(read.report().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.line()).isEqualTo(40_001));
    }

    @Test
    void aCompressedFileIsUnpackedAndATruncatedOneRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        var whole = Files.write(folder.resolve("postcodes.csv.gz"), bytes.toByteArray());
        var half = Files.write(
                folder.resolve("half.csv.gz"), java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));

        assertThat(Sent.read(Part.POSTCODES, Source.of(whole)).content().records())
                .isEqualTo(1);
        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(half)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("not copied whole");
    }

    @Test
    void theOfficesZipIsReadFromItsManySmallFilesWhenTheseAreComplete() throws IOException {
        var zip = zip(
                "Data/ONSPD_X.csv", ROWS + "E4 8ND,,E14001167\n",
                "Data/multi_csv/ONSPD_X_E.csv", "pcds,doterm,pcon24cd\nE4 8ND,,E14001167\n",
                "Data/multi_csv/ONSPD_X_SW.csv", ROWS,
                "Documents/names and codes.csv", "PCON24CD,PCON24NM\nE14001172,Cities of London and Westminster\n",
                "User Guide/guide.pdf", "%PDF");
        var incomplete = zip(
                "Data/ONSPD_X.csv",
                ROWS + "E4 8ND,,E14001167\nE4 8NE,,E14001167\n",
                "Data/multi_csv/ONSPD_X_SW.csv",
                ROWS);

        assertThat(Sent.read(Part.POSTCODES, Source.of(zip)).report().rows()).isEqualTo(2);
        assertThat(Sent.read(Part.POSTCODES, Source.of(zip)).content().records())
                .isEqualTo(2);
        assertThat(Sent.read(Part.POSTCODES, Source.of(incomplete)).content().records())
                .isEqualTo(3);
        try (var sent = Files.newInputStream(zip)) {
            assertThat(Sent.read(Part.POSTCODES, Source.upload("onspd.zip", sent, -1))
                            .content()
                            .records())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFolderOfSmallFilesIsReadAsOne() throws IOException {
        var small = Files.createDirectories(folder.resolve("multi_csv"));
        Files.writeString(small.resolve("ONSPD_X_SW.csv"), ROWS);
        Files.writeString(
                small.resolve("ONSPD_X_E.csv"), "\uFEFF\"PCON24CD\",\"PCDS\"\r\n\"E14001167\",\"E4 8ND\"\r\n");

        assertThat(Sent.read(Part.POSTCODES, Source.of(small)).content().records())
                .isEqualTo(2);
    }

    @Test
    void aTruncatedOrDamagedZipIsRefused() throws IOException {
        var zip = Files.readAllBytes(zip("Data/ONSPD_X.csv", ROWS.repeat(1000)));
        var half = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(zip, zip.length / 2));
        var damaged = zip.clone();
        damaged[damaged.length / 3] ^= 0x55;
        var damagedFile = Files.write(folder.resolve("damaged.zip"), damaged);

        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(half)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("not copied whole");
        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(damagedFile)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aZipWithoutADirectoryIsRefused() throws IOException {
        var zip = zip("a.csv", "one,two\n1,2\n", "b.csv", "three\n3\n");

        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(zip)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("none of its files holds postcodes");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        var file = Files.write(folder.resolve("utf16.csv"), ROWS.getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(file)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.of(folder.resolve("absent.csv"))))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("absent.csv")
                .hasMessageContaining("no such file");
    }

    @Test
    void aLineThatDoesNotEndIsGivenUpLongBeforeTheMemoryIsFull() {
        var endless = new Repeated("pcds,pcon24cd\n", "x", 5L << 30);

        assertThatThrownBy(() -> Sent.read(Part.POSTCODES, Source.upload("endless.csv", endless, -1)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("longer than");
        assertThat(endless.given()).isLessThan(100 << 20);
    }

    @Test
    void anInterruptionEndsTheReadingOfWhatOnlyDribbles() throws InterruptedException {
        var reading = Thread.ofPlatform().unstarted(() -> {
            try {
                Sent.read(Part.POSTCODES, Source.upload("slow.csv", new Dribble(), -1));
            } catch (IllegalStateException e) {
                // That is what is asked for.
            }
        });
        reading.start();
        Thread.sleep(300);
        reading.interrupt();

        assertThat(reading.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void theWholeCountryTakesLessThanFourAndAHalfBytesAPostcode() {
        var file = RealData.file("postcode_pcon24_gb.csv.gz");

        var read = Sent.read(Part.POSTCODES, Source.of(file));

        assertThat(read.report().rejected()).isZero();
        assertThat(index(read).size()).isEqualTo(2_636_121);
        assertThat(java.util.Arrays.stream(index(read).countByPlace(650)).filter(count -> count > 0))
                .hasSize(632);
        assertThat(index(read).bytes() / (double) index(read).size()).isLessThan(4.5);
    }

    @Test
    void theRealDirectoryOf2024IsRead() {
        var read = Sent.read(Part.POSTCODES, Source.of(RealData.file("onspd_seed_aug2024.csv")));

        assertThat(read.report().rejected()).isZero();
        assertThat(index(read).size()).isEqualTo(8_048);
        assertThat(index(read).terminated()).isEqualTo(3_811);
        assertThat(Probe.of(index(read), "AB1 0AA")).isEqualTo("S14000061 until 1996-06");
        assertThat(Probe.of(index(read), "JE2 4WD")).isEqualTo("JERSEY");
        assertThat(Probe.of(index(read), "SE1P 5ZZ")).isEqualTo("E14001085");
    }

    private static PostcodeIndex index(ReadPart read) {
        return switch (read.content()) {
            case PartContent.Postcodes(var index) -> index;
            case PartContent.NorthernIreland(var index) -> index;
            default -> throw new AssertionError("no postcodes");
        };
    }

    /** @param namesAndTexts of each file its name, then its text */
    private Path zip(String... namesAndTexts) throws IOException {
        var file = Files.createTempFile(folder, "onspd", ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    /** A beginning, and then one text over and over. */
    private static final class Repeated extends InputStream {
        private final byte[] start;
        private final byte again;
        private final long length;
        private long given;

        Repeated(String start, String again, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.again = (byte) again.charAt(0);
            this.length = length;
        }

        long given() {
            return given;
        }

        @Override
        public int read() {
            return given == length ? -1 : given < start.length ? start[(int) given++] : next();
        }

        private int next() {
            given++;
            return again;
        }
    }

    /** Never ends, and hardly gives anything. */
    private static final class Dribble extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(100);
                return 'x';
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) read();
            return 1;
        }
    }
}
