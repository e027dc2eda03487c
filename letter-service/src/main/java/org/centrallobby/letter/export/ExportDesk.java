package org.centrallobby.letter.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes exports page by page. Each page is a short transaction of its own, and its connection is back in the pool before
 * the client gets a byte: a client that reads slowly holds nothing of the database.
 */
@ApplicationScoped
class ExportDesk {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager database;
    private final AuditLog audit;

    ExportDesk(EntityManager database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Where a page ended: behind the row with this time and id. */
    private record Place(Instant changed, UUID id) {}

    /** @param rows how many it has */
    private record Page(int rows, Place end) {}

    /**
     * Writes all of an export and closes the output. Where it fails the output stays open: what was written is not a whole
     * file then.
     */
    void write(Export export, OutputStream client) throws IOException {
        var entry = export.extract().isPersonal() ? audit.begin(AuditAction.EXPORT, export.campaign()) : null;
        var out = export.recipient().isPresent() ? export.recipient().get().encrypt(client) : client;
        var bytes = new ByteArrayOutputStream();
        var lines = Lines.of(export, bytes);
        var end = new Place(export.updatedAfter(), BEFORE_ALL);
        Page page;
        do {
            var from = end;
            page = QuarkusTransaction.requiringNew().call(() -> read(export, from, lines, entry));
            lines.flush();
            bytes.writeTo(out);
            bytes.reset();
            end = page.end();
        } while (page.rows() == export.extract().page());
        out.close();
    }

    /** Writes a page's lines. Who is in it is counted in the audit log before they leave. */
    private Page read(Export export, Place after, Lines lines, @Nullable UUID entry) {
        var page = database.unwrap(Session.class).doReturningWork(connection -> rows(export, after, lines, connection));
        if (entry != null) {
            audit.add(entry, page.rows());
        }
        return page;
    }

    private static Page rows(Export export, Place after, Lines lines, Connection connection) throws SQLException {
        var columns = export.extract().columns();
        try (var query = connection.prepareStatement(export.extract().query(export.state() != null))) {
            query.setObject(1, export.campaign());
            query.setObject(2, after.changed().atOffset(ZoneOffset.UTC));
            query.setObject(3, after.id());
            if (export.state() != null) {
                query.setString(4, export.state().name());
            }
            var values = new @Nullable String[columns.size()];
            var count = 0;
            var end = after;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    for (var place = 0; place < values.length; place++) {
                        values[place] = columns.get(place).read(rows, place + 1);
                    }
                    lines.write(values);
                    count++;
                    if (count == export.extract().page()) {
                        end = new Place(
                                rows.getObject(values.length + 1, OffsetDateTime.class)
                                        .toInstant(),
                                rows.getObject(values.length + 2, UUID.class));
                    }
                }
            }
            return new Page(count, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
