package org.centrallobby.letter.letter;

import jakarta.persistence.Embeddable;
import org.centrallobby.letter.mail.Correspondent;

/**
 * Who wrote a letter, as it stands under it.
 *
 * @param address one to five lines without the postcode
 */
@Embeddable
record Writer(String name, String email, String address, String postcode) {
    Correspondent correspondent() {
        return new Correspondent(name, email);
    }

    @Override
    public String toString() {
        return "Writer[***]";
    }
}
