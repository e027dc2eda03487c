package org.centrallobby.mail.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation's domain as the operator sees it. */
@Schema(name = "SendingDomain", description = "A domain of an organisation's own, and what is to be published for it")
record DomainView(
        UUID id,
        UUID organisation,
        String domain,

        @Schema(
                description =
                        "pending: the records that are needed to send were never all right. verified: they are. failing: they were.")
        DomainState state,

        @Schema(description = "Whether mails are sent from it now; until then they go out from the platform's domain")
        boolean sends,

        Instant createdAt,

        @Schema(nullable = true, description = "When its records were last looked at") @Nullable Instant checkedAt,

        @Schema(nullable = true, description = "Since when records are wrong that were right") @Nullable Instant failingSince,

        @Schema(description = "The records to publish") List<RecordView> records) {
    static final String EXAMPLE = """
            {
              "id": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d",
              "organisation": "01936f00-0000-7000-8000-0000000000aa",
              "domain": "letters.charity.example",
              "state": "pending",
              "sends": false,
              "createdAt": "2026-11-23T10:15:30Z",
              "checkedAt": "2026-11-23T10:20:00Z",
              "failingSince": null,
              "records": [
                {
                  "role": "spf", "name": "bounces.letters.charity.example", "type": "TXT",
                  "value": "v=spf1 include:lobby.example -all",
                  "found": [], "ok": false, "advice": "There is no SPF record of this name yet: publish it."
                }
              ]
            }""";

    /** A record to publish, and what the last check found. */
    @Schema(name = "SendingDomainRecord")
    record RecordView(
            RecordRole role,

            @Schema(description = "Fully qualified, without a dot at the end")
            String name,

            DnsRecord.Type type,

            @Schema(
                    description =
                            "A TXT value longer than 255 characters is published as several strings, one behind the other")
            String value,

            @Schema(nullable = true, description = "What the name servers answered; null before the first check")
            @Nullable List<String> found,

            @Schema(nullable = true, description = "Whether that is right; null before the first check") @Nullable Boolean ok,

            @Schema(nullable = true, description = "In words, what to do") @Nullable String advice) {
        static RecordView of(DnsRecord record, List<Finding> findings) {
            return findings.stream()
                    .filter(finding -> finding.record().isPublishedLike(record))
                    .findFirst()
                    .map(finding -> new RecordView(
                            record.role(),
                            record.name(),
                            record.type(),
                            record.value(),
                            finding.found(),
                            finding.ok(),
                            finding.advice()))
                    .orElseGet(() -> new RecordView(
                            record.role(), record.name(), record.type(), record.value(), null, null, null));
        }
    }

    static DomainView of(DomainDesk.Registered registered) {
        var domain = registered.domain();
        return new DomainView(
                domain.id(),
                domain.organisation(),
                domain.domain(),
                domain.state(),
                registered.sends(),
                domain.createdAt(),
                domain.checkedAt(),
                domain.failingSince(),
                registered.records().stream()
                        .map(record -> RecordView.of(record, registered.findings()))
                        .toList());
    }
}
