package org.centrallobby.lookup.dataset;

import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.file.Table;
import org.centrallobby.lookup.member.Contact;

/** What the files about seats have in common in their rows. */
final class SeatCells {
    private SeatCells() {}

    static Constituency constituency(Table.Cells row, String code, Boundaries boundaries) {
        return boundaries
                .find(code)
                .orElseThrow(
                        () -> row.bad("the constituency is none of the %s boundaries".formatted(boundaries.name())));
    }

    static Contact email(Table.Cells row, String address) {
        try {
            return Contact.email(address);
        } catch (IllegalArgumentException e) {
            throw row.bad("the e-mail address is not one");
        }
    }
}
