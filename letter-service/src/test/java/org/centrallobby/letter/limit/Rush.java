package org.centrallobby.letter.limit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.centrallobby.letter.Scene;

/** Sets counters as if much had come in already, and speaks from addresses of its own. */
@ApplicationScoped
public class Rush {
    private final Visitors visitors;
    private final LimitsConfig config;
    private final Scene scene;

    Rush(Visitors visitors, LimitsConfig config, Scene scene) {
        this.visitors = visitors;
        this.config = config;
        this.scene = scene;
    }

    /** An address in a network that no other test has. */
    public static String address() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.7".formatted(random.nextInt(256), random.nextInt(256));
    }

    /** A request with a JSON body from there. */
    public static RequestSpecification from(String address) {
        return given().contentType("application/json").header("X-Forwarded-For", address);
    }

    /** As many letters came from the address as are taken without a proof of work. */
    public void free(String address) {
        set(Counter.What.ADDRESS, visitor(address).address(), config.addressFree());
    }

    /** As many letters came from the address as are taken at all. */
    public void most(String address) {
        set(Counter.What.ADDRESS, visitor(address).address(), config.addressMost());
    }

    Visitor visitor(String address) {
        return visitors.of(InetAddress.ofLiteral(address));
    }

    void set(Counter.What what, String whom, int taken) {
        scene.change("""
                insert into limit_count (what, whom, ends_at, taken)
                values ('%s', '%s', to_timestamp((floor(extract(epoch from now()) / %3$d) + 1) * %3$d), %4$d)
                on conflict (whom, what, ends_at) do update set taken = excluded.taken""".formatted(what, whom, config.window().toSeconds(), taken));
    }

    /** What a counter of the present window stands at. */
    int taken(Counter.What what, String whom) {
        var rows = scene.rows("select taken from limit_count where what = '%s' and whom = '%s' and ends_at > now()"
                .formatted(what, whom));
        return rows.isEmpty() ? 0 : ((Number) rows.getFirst()).intValue();
    }
}
