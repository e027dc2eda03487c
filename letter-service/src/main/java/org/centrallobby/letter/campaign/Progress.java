package org.centrallobby.letter.campaign;

import java.util.UUID;

/** How far a campaign has come. */
public interface Progress {
    /** The number of confirmed letters; a letter that nobody confirmed never counts. */
    long confirmed(UUID campaign);
}
