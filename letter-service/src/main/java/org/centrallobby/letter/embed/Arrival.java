package org.centrallobby.letter.embed;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a campaign tells of how somebody came to it. Nothing about the person.
 *
 * @param from the code of the letter whose writer passed the campaign on; null where nobody did
 * @param via the channel, for instance {@code whatsapp}; null where the address does not say
 */
record Arrival(@Nullable String from, @Nullable String via) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{6,32}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{1,32}");

    /** What has another form than theirs is left out. */
    static Arrival of(@Nullable String from, @Nullable String via) {
        return new Arrival(isCode(from) ? from : null, isChannel(via) ? via : null);
    }

    static boolean isCode(@Nullable String from) {
        return from != null && CODE.matcher(from).matches();
    }

    static boolean isChannel(@Nullable String via) {
        return via != null && CHANNEL.matcher(via).matches();
    }

    /** An address of the campaign that tells the same; nothing in it needs to be escaped. */
    String at(String campaign) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (from != null) {
            query.add("from=" + from);
        }
        if (via != null) {
            query.add("via=" + via);
        }
        return campaign + query;
    }
}
