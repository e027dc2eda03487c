package org.centrallobby.letter.page;

import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is shown.
 *
 * @param status of HTTP
 * @param page null where they are sent elsewhere
 * @param path where they are sent; null where there is a page
 * @param retryAfter when to come again; null where that changes nothing
 */
record Shown(
        int status,
        @Nullable TemplateInstance page,
        @Nullable String path,
        @Nullable Duration retryAfter) {
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    static Shown page(TemplateInstance page) {
        return page(OK, page);
    }

    static Shown page(int status, TemplateInstance page) {
        return new Shown(status, page, null, null);
    }

    static Shown page(ProblemType problem, TemplateInstance page) {
        return page(problem.status(), page);
    }

    /** A page that says what failed, for people; its status and when to come again, for programs. */
    static Shown page(Failure failure, TemplateInstance page) {
        return new Shown(failure.type().status(), page, null, failure.retryAfter());
    }

    /** After a form: the page that shows what came of it, so that to load it again does nothing again. */
    static Shown see(String path) {
        return new Shown(SEE_OTHER, null, path, null);
    }
}
