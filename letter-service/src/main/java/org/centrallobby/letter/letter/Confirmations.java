package org.centrallobby.letter.letter;

import java.util.UUID;

/** Asks writers whether they stand by their letters. */
public interface Confirmations {
    /** Opens the question for a letter and mails it to the writer. */
    void ask(UnconfirmedLetter letter);

    /** Leaves an id behind that answers to codes as a letter's would, so that nobody learns which letters there are. */
    void pretend(UUID letter);
}
