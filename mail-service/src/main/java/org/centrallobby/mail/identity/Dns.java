package org.centrallobby.mail.identity;

import java.util.List;

/** What is asked of name servers. */
interface Dns {
    /** The TXT records of a name, the strings of each joined; empty where there are none. */
    List<String> txt(String name) throws NoAnswer;

    /** The mail exchangers of a name as {@code preference host}, without a dot at the end; empty where there are none. */
    List<String> mx(String name) throws NoAnswer;

    /** No name server answered in time, or none would. */
    class NoAnswer extends Exception {
        NoAnswer(String why) {
            super(why);
        }
    }
}
