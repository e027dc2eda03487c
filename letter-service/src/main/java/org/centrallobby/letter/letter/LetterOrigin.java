package org.centrallobby.letter.letter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter comes from. Nothing about the person: no address of a page, no id.
 *
 * @param site host of the page on which it was written, for instance {@code www.example.org}; null where that is not known
 * @param channel how its writer came to the campaign, for instance {@code whatsapp}; null where the address did not say
 * @param network the keyed hash of the network that it came from; null where that is not known
 */
public record LetterOrigin(
        @Nullable String site,
        @Nullable String channel,
        @Nullable String network) {
    /** For a letter of which nothing is known. */
    public static final LetterOrigin UNKNOWN = new LetterOrigin(null, null, null);

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int LONGEST_HOST = 253;

    /**
     * What a browser and an address say; what has another form than theirs is left out.
     *
     * @param page the Origin header, for instance {@code https://www.example.org}
     * @param via lower-case letters, digits and hyphens, at most 32
     * @param network a keyed hash
     */
    static LetterOrigin of(@Nullable String page, @Nullable String via, @Nullable String network) {
        return new LetterOrigin(host(page), via != null && CHANNEL.matcher(via).matches() ? via : null, network);
    }

    private static @Nullable String host(@Nullable String page) {
        try {
            var host = page == null ? null : new URI(page).getHost();
            return host == null || host.length() > LONGEST_HOST ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
