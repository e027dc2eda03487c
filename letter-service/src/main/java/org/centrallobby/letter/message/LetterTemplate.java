package org.centrallobby.letter.message;

/**
 * An organisation's letter with merge fields such as {@code {member.name}} and sections {@code {#if ...}{#else}{/if}}, as
 * it was typed. Greeting, signature, address and footer are not part of it: the platform adds them.
 *
 * @param subject one line
 * @param body plain text; a blank line ends a paragraph
 */
public record LetterTemplate(String subject, String body) {}
