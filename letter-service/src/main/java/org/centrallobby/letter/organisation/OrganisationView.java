package org.centrallobby.letter.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation as it sees itself. */
record OrganisationView(
        UUID id,
        String name,
        LegalType legalType,
        String replyContact,
        String imprint,
        String privacyUrl,
        List<String> allowedOrigins,
        List<String> languages,
        Instant createdAt,
        Instant updatedAt) {
    static OrganisationView of(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.legalType(),
                organisation.replyContact(),
                organisation.imprint(),
                organisation.privacyUrl(),
                organisation.allowedOrigins(),
                organisation.languages(),
                organisation.createdAt(),
                organisation.updatedAt());
    }
}
