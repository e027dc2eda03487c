package org.centrallobby.mail.address;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An e-mail address: a dot-atom before the sign (RFC 5322, section 3.4.1; quoted local parts are not taken), a domain
 * after it, of which both the Unicode and the ASCII form are taken.
 */
public record EmailAddress(String local, String domain) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern DOT_ATOM = Pattern.compile("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\x{A1}-\\x{10FFFF}]+"
            + "(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\x{A1}-\\x{10FFFF}]+)*");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static EmailAddress parse(String text) {
        var at = text.lastIndexOf('@');
        if (text.length() > LONGEST || at < 1 || !HeaderText.isSafe(text)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        var local = text.substring(0, at);
        if (!DOT_ATOM.matcher(local).matches() || local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL) {
            throw new IllegalArgumentException("not an e-mail address: what stands before the @ cannot be used");
        }
        return new EmailAddress(local, asciiDomain(text.substring(at + 1)));
    }

    /**
     * Reads the domain of an address alone.
     *
     * @return its ASCII form in lower case
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static String parseDomain(String text) {
        return parse("postmaster@" + text).domain().toLowerCase(Locale.ROOT);
    }

    private static String asciiDomain(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            if (!ascii.isEmpty() && ascii.length() <= 253 && !ascii.endsWith(".") && !ascii.contains("..")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the domain, which is part of a person's address.
        }
        throw new IllegalArgumentException("not an e-mail address: what stands after the @ is no domain");
    }

    /** Whether only a server with SMTPUTF8 (RFC 6531) could take it. */
    public boolean needsSmtpUtf8() {
        return !HeaderText.isAscii(local);
    }

    /** The address as the wire carries it. */
    public String wire() {
        return local + '@' + domain;
    }

    /**
     * Stands for the mailbox without naming it: the same for every spelling of the address that differs in case only. The
     * first 16 octets of SHA-256 over the address in lower case.
     */
    public UUID mailbox() {
        var octets = ByteBuffer.wrap(sha256(wire().toLowerCase(Locale.ROOT)));
        return new UUID(octets.getLong(), octets.getLong());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Never the address: it belongs to a person. */
    @Override
    public String toString() {
        return "EmailAddress[...]";
    }
}
