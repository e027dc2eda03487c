package org.centrallobby.lookup.dataset;

/** A part as it was read from its source, before anything is decided about it. */
record ReadPart(Part part, PartContent content, ReadReport report) {}
