package org.centrallobby.letter.message;

import java.time.Instant;

/**
 * A table of seats that an organisation has uploaded for a campaign.
 *
 * @param name by which rules or merge fields speak of it
 * @param rows how many seats it names
 */
public record UploadedTable(String name, long rows, Instant uploadedAt) {}
