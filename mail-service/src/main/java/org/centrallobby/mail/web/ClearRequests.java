package org.centrallobby.mail.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/**
 * Refuses requests of which a proxy in front could think otherwise than this service does: where they end (RFC 9112, section 6.1), or
 * for which host they are (section 3.2). Netty's decoder refuses the rest of these. Nothing behind such a request is read.
 */
class ClearRequests extends ChannelInboundHandlerAdapter {
    private boolean isRefused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!isRefused && message instanceof HttpRequest request && !isClear(request)) {
            isRefused = true;
            context.writeAndFlush(refusal()).addListener(ChannelFutureListener.CLOSE);
        }
        if (isRefused) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    /** What could not be decoded goes on: the server has its answers to that. */
    private static boolean isClear(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return true;
        }
        var encoding = request.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        var hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return (encoding == null || HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encoding))
                && (hosts == 1 || hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_0));
    }

    private static DefaultFullHttpResponse refusal() {
        var refusal = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return refusal;
    }
}
