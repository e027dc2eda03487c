package org.centrallobby.mail.logging;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * An exception as it may stand in a log: what kind it is and where it came from. What it says is kept where we wrote it, or where it is
 * about connections; everybody else's may quote what somebody typed: parsers, the database, mail servers.
 */
final class Wordless extends Throwable {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_CHAIN = 20;

    /** Who throws without quoting anybody, by the beginnings of the names of their classes. */
    private static final List<String> DISCREET = List.of(
            "org.centrallobby.",
            "io.agroal.",
            "io.netty.channel.",
            "java.net.",
            "java.util.concurrent.",
            "org.apache.kafka.",
            "sun.nio.ch.",
            "sun.security.ssl.");

    private final String told;

    private Wordless(Throwable thrown, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.told = told(thrown);
        setStackTrace(thrown.getStackTrace());
    }

    static Throwable of(Throwable thrown) {
        return thrown instanceof Wordless ? thrown : of(thrown, LONGEST_CHAIN);
    }

    private static Wordless of(Throwable thrown, int left) {
        var cause = thrown.getCause();
        return new Wordless(thrown, cause == null || left == 0 ? null : of(cause, left - 1));
    }

    private static String told(Throwable thrown) {
        var kind = thrown.getClass().getName();
        if (thrown instanceof SQLException sql && sql.getSQLState() != null) {
            return kind + ": SQLSTATE " + sql.getSQLState() + place(sql);
        }
        var words = thrown.getMessage();
        return words == null || !isDiscreet(thrown, words) ? kind : kind + ": " + words;
    }

    /** What of the database was broken, without the values that broke it. */
    private static String place(SQLException sql) {
        var error = sql instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (error == null || error.getTable() == null) {
            return "";
        }
        return error.getConstraint() == null
                ? " at " + error.getTable()
                : " at %s, %s".formatted(error.getTable(), error.getConstraint());
    }

    private static boolean isDiscreet(Throwable thrown, String words) {
        var frames = thrown.getStackTrace();
        var thrower = frames.length == 0 ? thrown.getClass().getName() : frames[0].getClassName();
        return DISCREET.stream().anyMatch(thrower::startsWith) && !repeats(thrown.getCause(), words);
    }

    /** Whether it only says what its cause says. */
    private static boolean repeats(@Nullable Throwable cause, String words) {
        return cause != null && cause.getMessage() != null && words.contains(cause.getMessage());
    }

    @Override
    public String toString() {
        return told;
    }
}
