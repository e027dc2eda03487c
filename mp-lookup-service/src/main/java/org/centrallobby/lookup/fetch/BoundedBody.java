package org.centrallobby.lookup.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Passes a body on until it becomes too large; then nothing more of it is read. */
final class BoundedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> whole;
    private long left;
    private @Nullable Subscription subscription;

    BoundedBody(BodySubscriber<T> whole, long limit) {
        this.whole = whole;
        this.left = limit;
    }

    @Override
    public CompletionStage<T> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        if (left < 0) {
            return;
        }
        left -= bytes.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            whole.onNext(bytes);
        } else {
            if (subscription != null) {
                subscription.cancel();
            }
            whole.onError(new TooLarge());
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            whole.onComplete();
        }
    }

    /** The body is longer than was agreed to read. */
    static final class TooLarge extends IOException {}
}
