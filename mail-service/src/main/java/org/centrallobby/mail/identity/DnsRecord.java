package org.centrallobby.mail.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record to publish.
 *
 * @param name fully qualified, without a dot at the end
 * @param type the record's type
 * @param value as a zone file has it; a TXT value that is longer than 255 characters is published in several strings
 */
@Schema(name = "DnsRecord")
record DnsRecord(
        @Schema(description = "What it is for") RecordRole role,

        @Schema(description = "Fully qualified, without a dot at the end")
        String name,

        Type type,

        @Schema(
                description =
                        "A TXT value longer than 255 characters is published as several strings, one behind the other")
        String value) {
    /** Whether it is the same to a name server, whatever it is for. */
    boolean isPublishedLike(DnsRecord other) {
        return type == other.type && name.equals(other.name) && value.equals(other.value);
    }

    /** The record's type. */
    enum Type {
        TXT,
        MX
    }
}
