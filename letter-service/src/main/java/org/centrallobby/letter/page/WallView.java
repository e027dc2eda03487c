package org.centrallobby.letter.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.comment.PublicComment;
import org.centrallobby.letter.language.Language;
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

    /** @param shownAt the day in London, in the page's language */
    record Entry(UUID id, String name, String constituency, String text, Instant writtenAt, String shownAt) {
        static Entry of(PublicComment comment, Language language) {
            return new Entry(
                    comment.id(),
                    comment.name(),
                    comment.constituency(),
                    comment.text(),
                    comment.writtenAt(),
                    language.day(comment.writtenAt()));
        }

        /** Where readers complain of it, below the campaign's path. */
        public String report() {
            return "comments/%s/report".formatted(id);
        }

        @Override
        public String toString() {
            return "Entry[%s]".formatted(id);
        }
    }

    static WallView of(Page<PublicComment> page, Language language) {
        return new WallView(
                page.entries().stream()
                        .map(comment -> Entry.of(comment, language))
                        .toList(),
                page.next());
    }
}
