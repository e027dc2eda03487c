package org.centrallobby.letter.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequestDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link RequestDeadlines} on every connection that is accepted. This is Netty's way in for those who have no hold on its servers;
 * it makes the extension itself, and looks for one only where it is told to.
 */
public class Deadlines extends ChannelInitializerExtension {
    private static volatile @Nullable DeadlineConfig config;

    /** To be called before the server starts. */
    static void switchOn(DeadlineConfig config) {
        Deadlines.config = config;
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        var deadlines = config;
        if (deadlines != null) {
            // Called before the server has put its own parts in; what is added here has its turn after them.
            connection.pipeline().addLast(new Installation(deadlines));
        }
    }

    private static final class Installation extends ChannelInitializer<Channel> {
        private final DeadlineConfig deadlines;

        Installation(DeadlineConfig deadlines) {
            this.deadlines = deadlines;
        }

        @Override
        protected void initChannel(Channel connection) {
            var decoder = connection.pipeline().context(HttpRequestDecoder.class);
            if (decoder != null) {
                connection.pipeline().addAfter(decoder.name(), "request-deadlines", new RequestDeadlines(deadlines));
            }
        }
    }
}
