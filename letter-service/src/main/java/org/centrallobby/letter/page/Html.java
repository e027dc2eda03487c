package org.centrallobby.letter.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** How pages are answered. */
final class Html {
    private static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    private Html() {}

    static Response page(TemplateInstance page) {
        return page(OK, page);
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(TYPE).entity(page.render()).build();
    }

    static Response page(ProblemType problem, TemplateInstance page) {
        return page(problem.status(), page);
    }

    /** A page that says what failed, for people; its status and when to come again, for programs. */
    static Response page(Failure failure, TemplateInstance page) {
        var response = page(failure.type(), page);
        var retryAfter = failure.retryAfter();
        return retryAfter == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
                        .build();
    }

    /** After a form: the page that shows what came of it, so that to load it again does nothing again. */
    static Response see(String path) {
        return Response.status(SEE_OTHER).location(URI.create(path)).build();
    }
}
