package org.centrallobby.letter.message;

/**
 * Why a text cannot be used as a template.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param detail a sentence for the person who wrote the text
 */
public record TemplateError(int line, int column, String detail) {}
