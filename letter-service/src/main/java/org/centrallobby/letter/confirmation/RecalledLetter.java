package org.centrallobby.letter.confirmation;

import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a letter was taken back, or asked for.
 *
 * @param status recalled, or lapsed where it was not confirmed yet; any other: it is asked for, and whether it was sent before
 *     is not known yet
 */
@Schema(example = "{\"letter\": \"01936f31-0000-7000-8000-000000000001\", \"status\": \"recalled\"}")
public record RecalledLetter(UUID letter, LetterState status) {}
