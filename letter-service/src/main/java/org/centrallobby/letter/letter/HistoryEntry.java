package org.centrallobby.letter.letter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step that a letter has taken. */
@Entity
@Table(name = "letter_history")
class HistoryEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long position;

    private UUID letter;
    private @Nullable Integer member;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private Instant at;
    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init")
    protected HistoryEntry() {}

    private HistoryEntry(Letter letter, @Nullable String detail) {
        this.letter = letter.id();
        this.member = letter.member();
        this.state = letter.state();
        this.at = letter.stateSince();
        this.detail = detail;
    }

    /** The step that the letter has just taken, with the member to whom it was turned then. */
    static HistoryEntry of(Letter letter, @Nullable String detail) {
        return new HistoryEntry(letter, detail);
    }

    LetterState state() {
        return state;
    }

    Instant at() {
        return at;
    }

    @Nullable String detail() {
        return detail;
    }
}
