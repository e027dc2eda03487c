package org.centrallobby.letter.lookup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service asks of the mp-lookup-service's API. */
@Path("/v1/postcodes")
interface PostcodesClient {
    @GET
    @Path("/{postcode}")
    @Produces({"application/json", "application/problem+json"})
    Answer find(@PathParam("postcode") String postcode);

    /** The part of an answer that is read here; who holds the seat comes with the events. */
    record Answer(
            String postcode,
            boolean corrected,
            @Nullable String terminated,
            @Nullable Constituency constituency,
            @Nullable List<Constituency> candidates) {
        Place place() {
            return new Place(
                    postcode, corrected, terminated, constituency, candidates == null ? List.of() : candidates);
        }

        @Override
        public String toString() {
            return "Answer[***]";
        }
    }

    /** A problem document, as far as it is passed on. */
    record Refusal(
            @Nullable String type,
            @Nullable String detail,
            @Nullable String territory,
            @Nullable List<Constituency> candidates) {}
}
