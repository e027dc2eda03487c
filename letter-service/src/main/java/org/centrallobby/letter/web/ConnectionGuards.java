package org.centrallobby.letter.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.time.Duration;

/**
 * Puts {@link ClearRequests} and {@link RequestDeadlines} on every connection that is accepted. This is Netty's way in for those who
 * have no hold on its servers. Netty makes the extension itself, and in tests by another class loader than the service's: what it
 * has to know comes in system properties.
 */
public class ConnectionGuards extends ChannelInitializerExtension {
    private static final String PREFIX = "connection-guards.";

    /** To be called before the server starts. */
    static void switchOn(DeadlineConfig deadlines) {
        System.setProperty(PREFIX + "head", deadlines.head().toString());
        System.setProperty(PREFIX + "body", deadlines.body().toString());
        System.setProperty(PREFIX + "next", deadlines.next().toString());
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        // Called before the server has put its own parts in; what is added here has its turn after them.
        connection.pipeline().addLast(new Installation());
    }

    private static final class Installation extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel connection) {
            var pipeline = connection.pipeline();
            var encoder = pipeline.context(HttpResponseEncoder.class);
            if (encoder != null) {
                pipeline.addAfter(encoder.name(), "clear-requests", new ClearRequests());
                pipeline.addAfter(
                        "clear-requests",
                        "request-deadlines",
                        new RequestDeadlines(setting("head"), setting("body"), setting("next")));
            }
        }

        private static Duration setting(String name) {
            return Duration.parse(System.getProperty(PREFIX + name));
        }
    }
}
