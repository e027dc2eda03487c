package org.centrallobby.letter.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.centrallobby.letter.comment.PublicComment;
import org.centrallobby.letter.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Comments as pages show them.
 *
 * @param next the cursor of the page that follows; null on the last
 */
record WallView(List<Entry> comments, @Nullable String next) {
    /** For a campaign that shows none. */
    static final WallView NONE = new WallView(List.of(), null);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

    record Entry(UUID id, String name, String constituency, String text, Instant writtenAt) {
        static Entry of(PublicComment comment) {
            return new Entry(comment.id(), comment.name(), comment.constituency(), comment.text(), comment.writtenAt());
        }

        /** The day in London. */
        public String shownAt() {
            return DAY.format(writtenAt);
        }

        @Override
        public String toString() {
            return "Entry[%s]".formatted(id);
        }
    }

    static WallView of(Page<PublicComment> page) {
        return new WallView(page.entries().stream().map(Entry::of).toList(), page.next());
    }
}
