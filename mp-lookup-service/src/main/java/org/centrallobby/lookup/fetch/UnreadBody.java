package org.centrallobby.lookup.fetch;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of a refusal or redirect: its status says all, and it may be endless. */
final class UnreadBody<T> implements BodySubscriber<Optional<T>> {
    @Override
    public CompletionStage<Optional<T>> getBody() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
