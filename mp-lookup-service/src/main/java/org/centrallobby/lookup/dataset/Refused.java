package org.centrallobby.lookup.dataset;

/** Data were not loaded. What served before goes on serving. */
final class Refused extends RuntimeException {
    private final transient ImportReport report;

    Refused(Part part, ImportReport report) {
        super("%s: %s".formatted(part.word(), report.refusal()));
        this.report = report;
    }

    ImportReport report() {
        return report;
    }
}
