package org.centrallobby.letter.message;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table of seats that an organisation has uploaded for a campaign.
 *
 * @param name by which rules or merge fields speak of it
 * @param rows how many seats it names
 */
@Schema(example = UploadedTable.EXAMPLE)
public record UploadedTable(String name, long rows, Instant uploadedAt) {
    public static final String EXAMPLE = """
            {"name": "allies", "rows": 41, "uploadedAt": "2026-11-24T10:15:30Z"}""";
}
