package org.centrallobby.letter.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.export.ExportKeys;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.osdi.EntryPointResource.ListRequest;
import org.jspecify.annotations.Nullable;

/** Shows letters as outreaches, as much of them as the caller may know. */
@ApplicationScoped
class Outreaches {
    private final Listings listings;
    private final ExportKeys exportKeys;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final Addresses addresses;

    Outreaches(Listings listings, ExportKeys exportKeys, AuditLog audit, CurrentCaller caller, Addresses addresses) {
        this.listings = listings;
        this.exportKeys = exportKeys;
        this.audit = audit;
        this.caller = caller;
        this.addresses = addresses;
    }

    /** @param subject what the audit log says that the letters belong to; null for nothing in particular */
    Listing<Outreach> page(
            Source source, String path, ListRequest request, Map<String, Object> fixed, @Nullable UUID subject) {
        return listings.page(source, path, request, fixed, rows -> views(rows, subject));
    }

    Optional<Outreach> one(UUID letter) {
        return views(listings.one(Outreach.ONE, letter, Listings.of(caller.tenant(), "letter", letter)), letter)
                .stream()
                .findFirst();
    }

    private List<Outreach> views(List<Tuple> rows, @Nullable UUID subject) {
        var withText = caller.may(Scope.LETTERS_CONTENT) && exportKeys.allowClearText(caller.tenant());
        if (withText && !rows.isEmpty()) {
            audit.record(AuditAction.LETTER_READ, subject, rows.size());
        }
        var withPerson = caller.may(Scope.SUPPORTERS_EXPORT);
        return rows.stream()
                .map(row -> Outreach.of(row, withText, withPerson, addresses))
                .toList();
    }
}
