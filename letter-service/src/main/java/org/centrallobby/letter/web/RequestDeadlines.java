package org.centrallobby.letter.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client does not get on with its request. The idle timeout does not see those who send an octet now and
 * then, and Vert.x has no other. How long an answer takes is not bounded here: an export streams for minutes.
 */
class RequestDeadlines extends ChannelDuplexHandler {
    private final Duration head;
    private final Duration body;
    private final Duration next;
    private @Nullable Future<?> deadline;

    /**
     * @param head for the first head, from the connection on
     * @param body for what follows a head
     * @param next for the head of the next request, from the end of an answer on
     */
    RequestDeadlines(Duration head, Duration body, Duration next) {
        this.head = head;
        this.body = body;
        this.next = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expect(context, head);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof LastHttpContent) {
            cancel();
        } else if (message instanceof HttpRequest) {
            expect(context, body);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) throws Exception {
        if (message instanceof LastHttpContent && deadline == null) {
            expect(context, next);
        }
        super.write(context, message, written);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    private void expect(ChannelHandlerContext context, Duration within) {
        cancel();
        deadline = context.executor().schedule(() -> context.close(), within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
