package org.centrallobby.letter.proof;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A solved challenge as ALTCHA's widget sends it: JSON in base64, the challenge's fields and the number that was found. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Solution(
        @Nullable String algorithm,
        @Nullable String challenge,
        long number,
        @Nullable String salt,
        @Nullable String signature) {
    private static final int LONGEST = 1_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Empty for what is none. */
    static Optional<Solution> parse(@Nullable String payload) {
        if (payload == null || payload.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(Base64.getDecoder().decode(payload), Solution.class));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
