package org.centrallobby.letter.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay has set going.
 *
 * @param deliveries how many
 * @param more whether there are others; ask again for them
 */
@Schema(example = """
        {"deliveries": 214, "more": false}\
        """)
record Replayed(int deliveries, boolean more) {}
