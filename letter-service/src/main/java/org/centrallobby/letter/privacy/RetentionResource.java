package org.centrallobby.letter.privacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/public/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What is held on people, and what was done with it.")
class RetentionResource {
    private final RetentionJobs jobs;

    RetentionResource(RetentionJobs jobs) {
        this.jobs = jobs;
    }

    /** What this installation forgets by itself. */
    @Schema(example = """
            {"clocks": [{"clock": "letter-text", "what": "A letter's subject and text, from the letter's end", "days": 28}]}\
            """)
    record Retention(List<Clock> clocks) {}

    /** @param days for how long it is kept, rounded up */
    record Clock(String clock, String what, long days) {}

    @GET
    @Operation(
            operationId = "listRetention",
            summary = "What is kept here, and for how long",
            description = "As this installation is configured at this moment; for a privacy notice to refer to.")
    public Retention list() {
        return new Retention(jobs.clocks().stream()
                .map(clock -> new Clock(clock.name(), clock.what(), days(clock.kept())))
                .toList());
    }

    private static long days(Duration kept) {
        return kept.plusDays(1).minusNanos(1).toDays();
    }
}
