package org.centrallobby.letter.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What posts about a campaign show.
 *
 * @param url https, best of 1200 by 630 pixels
 * @param alt what is to be seen, for those who do not see it
 */
public record SharePicture(
        @NotNull(message = "Enter the picture's address.") @Size(max = 500, message = "Keep the address to 500 characters.") @Pattern(regexp = "https://[^\\s\"'<>]+", message = "Use an address that begins with https://.") String url,

        @NotBlank(message = "Say in words what is to be seen.") @Size(max = 300, message = "Keep the words to 300 characters.") @Pattern(regexp = Words.ONE_LINE, message = "Keep the words to one line.") String alt) {}
