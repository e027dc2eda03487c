package org.centrallobby.testbed.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import org.centrallobby.testbed.api.ApiOperation;
import org.jspecify.annotations.Nullable;

/** Tries whether a key opens an operation, with a request that does nothing behind the door. */
public final class Attempt {
    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private final Wire wire;

    /** @param base where the service is, for instance {@code http://localhost:8080} */
    public Attempt(String base) {
        this.wire = new Wire(base);
    }

    /**
     * Whether the operation is open, about something that is not there and with a body that cannot be read.
     *
     * @param key null for none
     */
    public boolean isOpen(ApiOperation operation, @Nullable String key) {
        var status = status(operation, nothing(operation), key, "{");
        return status != 401 && status != 403;
    }

    /** The same as the table shows it: refused, or a yes. */
    public String answer(ApiOperation operation, @Nullable String key) {
        var status = status(operation, nothing(operation), key, "{");
        return status == 401 || status == 403 ? Integer.toString(status) : "yes";
    }

    /** What is answered to a request about something that is there. */
    public int status(ApiOperation operation, String path, @Nullable String key, String body) {
        var headers = new HashMap<String, String>();
        if (key != null) {
            headers.put("Authorization", "Bearer " + key);
        }
        headers.put("If-Match", "*");
        if (operation.method().equals("POST")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        operation
                .request()
                .ifPresent(content ->
                        headers.put("Content-Type", content.mediaType().replace("*/*", "text/csv")));
        var sent = operation.request().isPresent() ? body.getBytes(StandardCharsets.UTF_8) : null;
        try {
            return wire.send(new Request(operation.method(), path, headers, sent))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nothing(ApiOperation operation) {
        return operation.path().replaceAll("\\{[^}]+}", NOTHING);
    }
}
