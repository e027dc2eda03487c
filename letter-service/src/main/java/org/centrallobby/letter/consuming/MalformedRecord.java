package org.centrallobby.letter.consuming;

/** A record that nobody could ever take. Says which part is wrong and never what it holds. */
public class MalformedRecord extends RuntimeException {
    MalformedRecord(String reason) {
        super(reason);
    }
}
