package org.centrallobby.bench.app;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;

/** The least that an endpoint of this service can do: the same JSON for everybody, ready in memory. */
@Path("/bench/constant")
@Produces(MediaType.APPLICATION_JSON)
public class ConstantResource {
    private static final int LARGEST = 1 << 20;

    private final Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();

    /** @param size of the answer in bytes */
    @GET
    @Path("/{size}")
    @NonBlocking
    public byte[] get(@RestPath int size) {
        var body = bodies.get(size);
        return body == null ? bodies.computeIfAbsent(Math.clamp(size, 32, LARGEST), ConstantResource::body) : body;
    }

    private static byte[] body(int size) {
        var json = "{\"constant\":\"%s\"}".formatted("x".repeat(size - 15));
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
