package org.centrallobby.letter.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the machine's resolver knows of a name. It takes as long as it likes and cannot be interrupted, so it is asked on
 * threads of its own, and whoever has waited long enough leaves one behind until it answers. Threads of the platform and not
 * virtual ones: the resolver would pin these.
 */
@ApplicationScoped
class HostNames {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ExecutorService asking;
    private final Duration patience;

    HostNames(WebhookConfig config) {
        // As many as there are senders may be left behind before anybody is turned away.
        this.asking = new ThreadPoolExecutor(
                0,
                2 * config.senders(),
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("host-names-", 1).daemon().factory());
        this.patience = config.answerTimeout();
    }

    @PreDestroy
    void close() {
        asking.shutdownNow();
    }

    /**
     * Every address of the host, at least one.
     *
     * @throws TimeoutException if the resolver has not answered in the time that an endpoint has for its answer
     */
    List<InetAddress> addressesOf(String host) throws UnknownHostException, TimeoutException, InterruptedException {
        try {
            return asking.submit(() -> resolve(host)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new TimeoutException("The resolver has left too many without an answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
