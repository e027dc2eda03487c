package org.centrallobby.mail.request;

/** A record that nobody could ever take. The reason names the value and what is wrong with it, never what it holds. */
class Malformed extends RuntimeException {
    Malformed(String reason) {
        // Without a stack: the place in the code says nothing about a record, and a flood of bad ones must not flood
        // the log.
        super(reason, null, false, false);
    }
}
