package org.centrallobby.lookup.postcode;

import java.util.List;
import org.centrallobby.lookup.constituency.Constituency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The first half of postcodes.
 *
 * @param outwardCode as it is written
 * @param constituencies those that its postcodes lie in, the one with most of them first
 */
record OutwardCode(@Schema(examples = "SW1A") String outwardCode, List<Constituency> constituencies) {}
