package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.Sources.PostcodeSources;
import org.centrallobby.lookup.postcode.Postcode;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.postcode.PostcodeIndexFile;
import org.centrallobby.lookup.postcode.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeFilesTest {
    private static final Boundaries BOUNDARIES = BoundaryFile.read();

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
            })
    void everyEditionIsUnderstoodByItsHeader(String text) throws IOException {
        var index = read(text);

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find(new Postcode("SW1A", "0AA")))
                .hasValue(new PostcodeIndex.Entry(List.of("E14001172"), false, null, null));
    }

    @Test
    void whatIsNoLongerInUseKeepsItsMonthAndEarlierCodesAreUnderstood() throws IOException {
        var index = read("""
                pcds,doterm,pcon
                AB1 0AA,199606,S14000061
                AB1 0AE,199606,S14000058
                """);

        assertThat(index.find(new Postcode("AB1", "0AA")).orElseThrow().terminatedIn())
                .isEqualTo(YearMonth.of(1996, 6));
        assertThat(index.find(new Postcode("AB1", "0AE")).orElseThrow().codes()).containsExactly("S14000111");
    }

    @Test
    void whereOnlyTheEndIsKnownTheMonthIsNot() throws IOException {
        var entry = read("pcd,pcon24cd,live2023\nAB10AA,S14000061,0\n")
                .find(new Postcode("AB1", "0AA"))
                .orElseThrow();

        assertThat(entry.terminated()).isTrue();
        assertThat(entry.terminatedIn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "JE2 4WD, L99999999, JERSEY",
        "GY1 1FH, L99999999, GUERNSEY",
        "IM1 3PW, M99999999, ISLE_OF_MAN",
        "GIR 0AA, '', NON_GEOGRAPHIC",
    })
    void whatLiesInNoConstituencySaysWhy(String postcode, String code, Territory territory) throws IOException {
        var halves = postcode.split(" ");

        assertThat(read("pcds,doterm,pcon24cd\n%s,,%s\n".formatted(postcode, code))
                        .find(new Postcode(halves[0], halves[1]))
                        .orElseThrow()
                        .territory())
                .isEqualTo(territory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postal,pcon24cd/SW1A 0AA,E14001172 | line 1: no column holds the postcode",
                "pcds,doterm/SW1A 0AA, | line 1: no column holds the constituency",
                "pcds,pcon24cd,pcon24/SW1A 0AA,E14001172,E14001172 | line 1: more than one column may hold the constituency",
                "pcds,pcon24cd/SW1A 0AA,E14001172/SW1A,E14001172 | line 3: what stands for the postcode has not the form of one",
                "pcds,pcon24cd/SW1A 0AA,E14000639 | line 2: the constituency is none of the 2024 boundaries",
                "pcds,doterm,pcon24cd/SW1A 0AA,199613,E14001172 | line 2: the month of termination is not YYYYMM",
                "pcds,doterm,pcon24cd/SW1A 0AA | line 2: the line has fewer columns than the header",
                "pcds,pcon24cd/SW1A 0AA,E14001172/SW1A 0AA,E14001173 | one postcode stands twice, with different facts",
                "`` | the file is empty",
            })
    void aBadFileIsRefusedWithItsLineAndTheReasonButNotItsText(String text, String reason) {
        assertThatThrownBy(() -> read(text.replace('/', '\n')))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("postcodes.csv")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("SW1A");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var sources = new PostcodeSources(List.of(Source.of(folder.resolve("absent.csv"))), Optional.empty());

        assertThatThrownBy(() -> PostcodeFiles.read(sources, BOUNDARIES))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("absent.csv")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aCompressedFileIsUnpacked() throws IOException {
        var file = folder.resolve("postcodes.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("pcd,pcon24cd,live2023\nSW1A0AA,E14001172,1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PostcodeFiles.read(new PostcodeSources(List.of(Source.of(file)), Optional.empty()), BOUNDARIES)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void withAFileOfPostcodesNothingOfTheSampleIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("postcodes.csv"), "pcds,pcon24cd\nSW1A 0AA,E14001172\n");

        assertThat(PostcodeSources.of(FixedDatasetConfig.of(file, null)).all())
                .extracting(Source::name)
                .containsExactly(file.toString());
        assertThat(PostcodeSources.of(FixedDatasetConfig.SAMPLE).all())
                .extracting(Source::name)
                .containsExactly("sample/postcodes.csv", "sample/northern-ireland.csv", "sample/splits.csv");
    }

    @Test
    void theWholeCountryTakesLessThanFourBytesAPostcode() {
        var file = RealData.file("postcode_pcon24_gb.csv.gz");

        var index = PostcodeFiles.read(new PostcodeSources(List.of(Source.of(file)), Optional.empty()), BOUNDARIES);

        assertThat(index.size()).isEqualTo(2_636_121);
        assertThat(index.constituencies()).hasSize(632);
        assertThat(PostcodeIndexFile.write(index).length / (double) index.size())
                .isLessThan(4.0);
    }

    private PostcodeIndex read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("postcodes.csv"), text);
        return PostcodeFiles.read(new PostcodeSources(List.of(Source.of(file)), Optional.empty()), BOUNDARIES);
    }
}
