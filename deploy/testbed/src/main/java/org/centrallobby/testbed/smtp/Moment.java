package org.centrallobby.testbed.smtp;

/**
 * Where a session stands when the server is to answer.
 *
 * @param command what was said: {@code CONNECT} where nothing was yet, {@code EHLO}, {@code MAIL}, {@code RCPT}, {@code DATA},
 *     {@code .} after the end of a mail, or another verb
 * @param line the whole line; empty after a connect and at the end of a mail
 * @param sender the envelope's sender so far, without angle brackets
 * @param recipient the recipient that was named last, without angle brackets
 * @param session counts the connections from 1
 * @param mailsBefore how many mails this session has taken
 */
public record Moment(String command, String line, String sender, String recipient, int session, int mailsBefore) {
    public boolean is(String verb) {
        return command.equals(verb);
    }
}
