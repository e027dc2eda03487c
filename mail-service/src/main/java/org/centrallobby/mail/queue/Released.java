package org.centrallobby.mail.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.sql.Database;

/** A mail that went back in line. */
record Released(UUID id, long lane, Instant nextAt) {
    static Released of(ResultSet row) throws SQLException {
        return new Released(row.getObject("id", UUID.class), row.getLong("lane"), Database.moment(row, "next_at"));
    }
}
