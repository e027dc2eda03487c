package org.centrallobby.letter.lookup;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jboss.logging.Logger;

/** Asks the mp-lookup-service over HTTP. Its refusals become ours, word for word; its silence is a failure that passes. */
@ApplicationScoped
class RestMpLookup implements MpLookup {
    private static final Logger LOG = Logger.getLogger(RestMpLookup.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** No postcode is longer, however it is spaced and hyphenated; what is longer is not sent on. */
    private static final int LONGEST = 20;

    private static final String WHOLE_POSTCODE = "Enter a full postcode, for instance SW1A 0AA.";
    private static final String PARTIAL_POSTCODE = "https://centrallobby.org/problems/partial-postcode";

    private static final Set<ProblemType> REFUSALS = Set.of(
            ProblemType.MALFORMED_POSTCODE,
            ProblemType.UNKNOWN_POSTCODE,
            ProblemType.NO_CONSTITUENCY,
            ProblemType.NORTHERN_IRELAND_NOT_LOADED);

    private final PostcodesClient api;

    RestMpLookup(MpLookupConfig config) {
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(PostcodesClient.class);
    }

    @Override
    public Place find(String postcode) {
        var letters = postcode.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (letters.isEmpty()) {
            throw new Failure(ProblemType.MALFORMED_POSTCODE, WHOLE_POSTCODE);
        }
        try {
            return api.find(letters).place();
        } catch (WebApplicationException refused) {
            throw refusal(refused);
        } catch (ProcessingException unreachable) {
            // The message would name the address that was asked for, and with it the postcode.
            LOG.warnf(
                    "The mp-lookup-service did not answer: %s",
                    unreachable.getClass().getSimpleName());
            throw unavailable();
        }
    }

    /** What a supporter is told while places or seats cannot be known. */
    static Failure unavailable() {
        return new Failure(
                ProblemType.LOOKUP_UNAVAILABLE,
                "We cannot look up MPs at the moment. Nothing is lost: try again in a little while.",
                PAUSE);
    }

    private static Failure refusal(WebApplicationException refused) {
        var problem = problem(refused);
        if (PARTIAL_POSTCODE.equals(problem.type())) {
            // A letter needs the whole postcode: half of it is no better than another slip.
            return new Failure(ProblemType.MALFORMED_POSTCODE, WHOLE_POSTCODE);
        }
        return REFUSALS.stream()
                .filter(type -> type.uri().equals(problem.type()))
                .findFirst()
                .map(type -> {
                    var failure = new Failure(type, problem.detail() == null ? type.title() : problem.detail());
                    return failure.with(extensions(problem));
                })
                .orElseGet(() -> {
                    LOG.warnf(
                            "The mp-lookup-service answered %d",
                            refused.getResponse().getStatus());
                    return unavailable();
                });
    }

    private static Map<String, Object> extensions(PostcodesClient.Refusal problem) {
        var extensions = new HashMap<String, Object>();
        if (problem.territory() != null) {
            extensions.put("territory", problem.territory());
        }
        if (problem.candidates() != null) {
            extensions.put("candidates", problem.candidates());
        }
        return extensions;
    }

    private static PostcodesClient.Refusal problem(WebApplicationException refused) {
        try {
            return refused.getResponse().readEntity(PostcodesClient.Refusal.class);
        } catch (RuntimeException e) {
            // Not a problem document: a proxy's page, say.
            return new PostcodesClient.Refusal(null, null, null, null);
        }
    }
}
