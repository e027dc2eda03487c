package org.centrallobby.letter.letter;

import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;

/**
 * Who has confirmed a letter, for what such a person may do beside it.
 *
 * @param tenant to whom the campaign belongs
 * @param constituency the GSS code of where they live
 * @param name their full name, which is shown nowhere as it is
 */
public record LetterWriter(
        UUID letter, UUID campaign, Tenant tenant, String constituency, String constituencyName, String name) {
    @Override
    public String toString() {
        return "LetterWriter[%s]".formatted(letter);
    }
}
