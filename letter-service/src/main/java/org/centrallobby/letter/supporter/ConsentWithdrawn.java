package org.centrallobby.letter.supporter;

import org.centrallobby.letter.privacy.Subject;

/** Somebody wants to hear no more from the organisation. Fired as a CDI event inside the transaction in which that is noted. */
public record ConsentWithdrawn(Subject subject) {}
