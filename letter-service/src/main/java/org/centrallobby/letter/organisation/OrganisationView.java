package org.centrallobby.letter.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as it sees itself. */
@Schema(example = """
        {"id": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d", "name": "Clear Sight Campaign", "legalType": \
        "informal-group", "replyContact": "hello@clearsight.example", "imprint": "Published by Clear Sight \
        Campaign, 12 Sample Street, London.", "privacyUrl": "https://clearsight.example/privacy", \
        "sendingIdentity": {"name": "Clear Sight", "domain": null}, \
        "allowedOrigins": ["https://www.clearsight.example"], "languages": ["en"], "createdAt": \
        "2026-11-23T10:15:30Z", "updatedAt": "2026-11-23T10:15:30Z"}\
        """)
record OrganisationView(
        UUID id,
        String name,
        LegalType legalType,
        String replyContact,
        String imprint,
        String privacyUrl,
        SendingIdentity sendingIdentity,
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
                organisation.sendingIdentity(),
                organisation.allowedOrigins(),
                organisation.languages(),
                organisation.createdAt(),
                organisation.updatedAt());
    }
}
