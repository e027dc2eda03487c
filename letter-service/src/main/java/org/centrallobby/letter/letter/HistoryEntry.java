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

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private Instant at;
    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init")
    protected HistoryEntry() {}

    HistoryEntry(UUID letter, LetterState state, Instant at, @Nullable String detail) {
        this.letter = letter;
        this.state = state;
        this.at = at;
        this.detail = detail;
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
