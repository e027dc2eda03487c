package org.centrallobby.lookup.dataset;

/** What is loaded together. */
enum DatasetKind {
    POSTCODES,
    MEMBERS
}
