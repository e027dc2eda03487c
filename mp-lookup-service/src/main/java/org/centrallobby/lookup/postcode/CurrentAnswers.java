package org.centrallobby.lookup.postcode;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.lookup.constituency.Boundaries;

/** The answers of the release that serves now, replaced as a whole: a request takes them once and stays with them. */
@ApplicationScoped
public class CurrentAnswers {
    private volatile Answers answers;

    CurrentAnswers(Boundaries boundaries, ObjectMapper json) {
        answers = Answers.none(boundaries, json);
    }

    /** Those of the release that serves now. */
    public Answers get() {
        return answers;
    }

    /** Puts these answers in the place of the ones before. */
    public void replace(Answers replacement) {
        answers = replacement;
    }
}
