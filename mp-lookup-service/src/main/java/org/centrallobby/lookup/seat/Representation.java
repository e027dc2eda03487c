package org.centrallobby.lookup.seat;

import org.centrallobby.lookup.constituency.Constituency;

/** A constituency and the state of its seat. */
public record Representation(Constituency constituency, Seat seat) {}
