package org.centrallobby.letter.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("id", "", Column.Kind.OURS),
            new Column("name", "", Column.Kind.TYPED),
            new Column("count", "", Column.Kind.NUMBER));

    @Test
    void quotesWhatWouldBreakALineAndEndsLinesAsTheStandardSays() throws IOException {
        assertThat(csv(false, "7", "Ann \"A\" Writer, Esq.\nLudlow", "-3"))
                .isEqualTo("id,name,count\r\n7,\"Ann \"\"A\"\" Writer, Esq.\nLudlow\",-3\r\n");
    }

    @Test
    void leavesAValueThatIsNotThereEmpty() throws IOException {
        assertThat(csv(false, "7", null, null)).isEqualTo("id,name,count\r\n7,,\r\n");
    }

    @Test
    void beginsWithTheMarkThatExcelLooksForWhereThatIsWanted() throws IOException {
        assertThat(csv(true, "7", "Siân", "1")).isEqualTo("\uFEFFid,name,count\r\n7,Siân,1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldCalculate(String typed) {
        assertThat(CsvLines.harmless(typed)).isEqualTo("'" + typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "a=b", "O'Neil", "1-2", "𝒜nn"})
    void leavesOtherTextAsItWasTyped(String typed) {
        assertThat(CsvLines.harmless(typed)).isEqualTo(typed);
    }

    @Test
    void leavesItsOwnNumbersAlone() throws IOException {
        assertThat(csv(false, "-7", "=x", "-3")).endsWith("-7,'=x,-3\r\n");
    }

    private static String csv(boolean bom, @Nullable String... values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var lines = new CsvLines(COLUMNS, bom, bytes);
        lines.write(values);
        lines.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
