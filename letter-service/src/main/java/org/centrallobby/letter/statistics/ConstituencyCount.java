package org.centrallobby.letter.statistics;

/** How many confirmed letters came from a constituency. */
record ConstituencyCount(String code, String name, long confirmed) {}
