package org.centrallobby.bench;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.constituency.Constituency;

/** Invented supporters at postcodes that the lookup service has loaded, and what they ask the letter service for. */
final class Writers {
    private final Sample sample;
    private final Map<String, Constituency> constituencies =
            BoundaryFile.read().all().stream().collect(Collectors.toMap(Constituency::code, Function.identity()));

    Writers(Sample sample) {
        this.sample = sample;
    }

    Supporter supporter(long number) {
        var place = (int) (number % sample.size());
        var code = sample.code(place);
        var constituency = constituencies.get(code);
        if (constituency == null) {
            throw new CannotMeasure("The sample names a constituency that there is not: " + code);
        }
        return new Supporter(number, sample.postcode(place), constituency);
    }

    Connection.Request letter(String slug, long number) {
        var supporter = supporter(number);
        return new Connection.Request(
                "/v1/public/campaigns/%s/letters".formatted(slug),
                "%sIdempotency-Key: \"%s-%d\"\r\n".formatted(from(supporter), slug, number),
                supporter.letter());
    }

    Connection.Request preview(String slug, long number) {
        var supporter = supporter(number);
        return new Connection.Request(
                "/v1/public/campaigns/%s/preview".formatted(slug), from(supporter), supporter.preview());
    }

    /** Who the MP at a postcode is. */
    Connection.Request member(String slug, long number) {
        var supporter = supporter(number);
        return Connection.Request.get(
                "/v1/public/campaigns/%s/mp?postcode=%s"
                        .formatted(slug, supporter.postcode().replace(" ", "%20")),
                from(supporter));
    }

    Connection.Request campaign(String slug, long number) {
        return Connection.Request.get("/v1/public/campaigns/" + slug, from(supporter(number)));
    }

    Connection.Request progress(String slug, long number) {
        return Connection.Request.get("/v1/public/campaigns/%s/progress".formatted(slug), from(supporter(number)));
    }

    Connection.Request script(long number) {
        return Connection.Request.get(
                "/widget/v1/mp-letter.js", from(supporter(number)) + "Accept-Encoding: gzip, br\r\n");
    }

    private static String from(Supporter supporter) {
        return "X-Forwarded-For: %s\r\n".formatted(supporter.networkAddress());
    }
}
