package org.centrallobby.mail.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.centrallobby.mail.report.DeliveryReports.News;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.report.Reason;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;

/** A mail of which a statement ended something. */
record Ended(
        UUID id,
        MailKind kind,
        MailState state,
        int attempts,
        boolean perhapsSent,
        @Nullable Reply lastReply) {
    /** What the statements return for it. */
    static final String COLUMNS =
            "mail.id, mail.kind, mail.state, mail.attempts, mail.perhaps_sent, mail.last_code, mail.last_enhanced, mail.last_reply";

    static Ended of(ResultSet row) throws SQLException {
        var text = row.getString("last_reply");
        return new Ended(
                row.getObject("id", UUID.class),
                MailKind.of(row.getString("kind")),
                MailState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getBoolean("perhaps_sent"),
                text == null
                        ? null
                        : new Reply(Database.integer(row, "last_code"), row.getString("last_enhanced"), text));
    }

    News news(Outcome outcome) {
        return news(outcome, lastReply, MailLifecycle.reason(state, perhapsSent));
    }

    News news(Outcome outcome, @Nullable Reply why, @Nullable Reason reason) {
        return new News(id, kind, outcome, attempts, why, reason);
    }
}
