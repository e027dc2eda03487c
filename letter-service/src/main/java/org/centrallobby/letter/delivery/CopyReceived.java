package org.centrallobby.letter.delivery;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The data of {@code org.centrallobby.mail.copy-received.v1}, as far as they are used here. */
record CopyReceived(UUID letter) {
    CopyReceived {
        requireNonNull(letter);
    }
}
