package org.centrallobby.letter.mail;

/** Somebody who gets mail or to whom an answer goes. */
public record Correspondent(String name, String email) {
    @Override
    public String toString() {
        return "Correspondent[***]";
    }
}
