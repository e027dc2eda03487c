package org.centrallobby.letter.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static final String PERSONAL = "sian@constituent.example";

    private final LogLines lines = new LogLines();

    @BeforeEach
    void open() {
        LogLines.anybodyMayCome();
    }

    @Test
    void whatAnExceptionQuotesIsLeftOut() {
        assertThat(logged(new IllegalStateException("It could not be read", unread())))
                .contains("It could not be read", "JsonParseException", "\tat com.fasterxml.jackson")
                .doesNotContain(PERSONAL);
        assertThat(logged(new RuntimeException(malformed())))
                .contains("IllegalArgumentException")
                .doesNotContain(PERSONAL);
        assertThat(logged(new SQLException("ERROR: invalid value: " + PERSONAL, "22P02")))
                .contains("SQLException: SQLSTATE 22P02")
                .doesNotContain(PERSONAL);
    }

    @Test
    void whatItSaysOfAConnectionStays() {
        var refused = new ConnectException("Connection refused");
        refused.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("sun.nio.ch.Net", "pollConnect", "Net.java", 1),
        });

        assertThat(logged(new RuntimeException("The relay cannot be reached", refused)))
                .contains("The relay cannot be reached", "ConnectException: Connection refused");
    }

    @Test
    void anEndlessChainEnds() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(logged(one)).contains("one", "other");
    }

    @Test
    void aSentenceIsTheEventAndItsNounsAreFields() {
        var id = UUID.randomUUID();
        var line = new ExtLogRecord(
                org.jboss.logmanager.Level.WARN,
                "Mail %s waits for the relay %s: %d",
                ExtLogRecord.FormatStyle.PRINTF,
                "x");
        line.setLoggerName("org.centrallobby.letter.mail.Any");
        line.setParameters(new Object[] {id, "second", 3});

        assertThat(lines.isLoggable(line)).isTrue();

        assertThat(line.getMdcCopy())
                .containsEntry("event", "Mail %s waits for the relay %s: %d")
                .containsEntry("mail", id.toString())
                .containsEntry("relay", "second");
        assertThat(line.getFormattedMessage()).isEqualTo("Mail %s waits for the relay second: 3".formatted(id));
    }

    @Test
    void libraryMessagesStayAsTheyAre() {
        var line = new ExtLogRecord(Level.INFO, "Mail %s", ExtLogRecord.FormatStyle.PRINTF, "x");
        line.setLoggerName("org.apache.kafka.Any");
        line.setParameters(new Object[] {1});

        assertThat(lines.isLoggable(line)).isTrue();
        assertThat(line.getMdcCopy()).doesNotContainKeys("event", "mail");
    }

    private String logged(Throwable thrown) {
        var line = new ExtLogRecord(Level.SEVERE, "It failed", "x");
        line.setThrown(thrown);
        lines.isLoggable(line);
        var text = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Exception unread() {
        try {
            new ObjectMapper().readTree("{\"email\": " + PERSONAL);
            throw new AssertionError("That is no JSON");
        } catch (JsonProcessingException e) {
            return e;
        }
    }

    private static Exception malformed() {
        try {
            throw new AssertionError("That is a UUID: "
                    + Stream.of(PERSONAL).map(UUID::fromString).toList());
        } catch (IllegalArgumentException e) {
            return e;
        }
    }
}
