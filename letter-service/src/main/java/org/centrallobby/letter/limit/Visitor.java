package org.centrallobby.letter.limit;

/**
 * Where a request comes from, as keyed hashes: recognisable here when it comes again, and nowhere else an address.
 *
 * @param address of one device, household or gateway
 * @param network of the site or provider's part that the address belongs to
 */
public record Visitor(String address, String network) {}
