package org.centrallobby.lookup.dataset;

/**
 * A part as it was read from its source, before anything is decided about it.
 *
 * @param officesKnown false if the source of the members could not tell their offices this time: they keep those they had
 */
record ReadPart(Part part, PartContent content, ReadReport report, boolean officesKnown) {
    ReadPart(Part part, PartContent content, ReadReport report) {
        this(part, content, report, true);
    }

    /** The same with other content. */
    ReadPart with(PartContent other) {
        return new ReadPart(part, other, report, officesKnown);
    }
}
