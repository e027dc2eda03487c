package org.centrallobby.lookup.parliament;

import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.seat.Seat;

/**
 * What Parliament says of all seats at once.
 *
 * @param seats every seat by the code of its constituency, filled or vacant
 * @param withoutContact how many members have no e-mail address that is known
 * @param officesKnown whether Parliament said who holds which office; if not, nobody is shown with one
 * @param notes what an operator may want to know, in sentences without addresses
 */
public record ParliamentAnswer(Map<String, Seat> seats, int withoutContact, boolean officesKnown, List<String> notes) {}
