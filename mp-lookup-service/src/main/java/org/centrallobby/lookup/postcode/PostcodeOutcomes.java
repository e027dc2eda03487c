package org.centrallobby.lookup.postcode;

import java.util.List;

/** The outcomes of several postcodes, in the order in which they were asked. */
record PostcodeOutcomes(List<PostcodeOutcome> results) {}
