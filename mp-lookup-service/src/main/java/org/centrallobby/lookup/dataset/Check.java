package org.centrallobby.lookup.dataset;

/**
 * Something that loaded data must be.
 *
 * @param name says what, in the form of a fact: "every seat has a postcode"
 * @param detail what was found
 */
record Check(String name, boolean passed, String detail) {
    static Check of(String name, boolean passed, String detail) {
        return new Check(name, passed, detail);
    }
}
