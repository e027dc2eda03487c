package org.centrallobby.letter.letter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;
import org.centrallobby.letter.platform.PlatformConfig.Mode;

/** Counts the steps of letters by the state that each led to. Letters of tests are told apart: nobody is woken for them. */
@ApplicationScoped
class LetterMetrics {
    private final MeterRegistry registry;

    LetterMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A rate that an alarm looks at must not miss the first of a kind. */
    void beginAtNought(@Observes StartupEvent event) {
        for (var mode : Mode.values()) {
            for (var state : LetterState.values()) {
                counter(state, mode);
            }
        }
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterStepTaken step) {
        counter(step.to(), step.mode()).increment();
    }

    private Counter counter(LetterState to, Mode mode) {
        return registry.counter(
                "letter.steps", "to", to.wireName(), "mode", mode.name().toLowerCase(Locale.ROOT));
    }
}
