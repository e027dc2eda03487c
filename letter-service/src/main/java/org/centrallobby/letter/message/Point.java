package org.centrallobby.letter.message;

/**
 * An argument that a supporter may take into their letter.
 *
 * @param id its name in requests, unique in the letter, for instance {@code public-money}
 * @param title a few words by which a supporter chooses it
 * @param text the paragraph that it becomes, with merge fields
 */
public record Point(String id, String title, String text) {}
