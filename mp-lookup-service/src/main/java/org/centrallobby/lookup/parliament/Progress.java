package org.centrallobby.lookup.parliament;

/** Is told how far a refresh has come; always by the thread that asked for it. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /** @param total how many answers are needed; an estimate until the first has come */
    void at(int done, int total);
}
