package org.centrallobby.letter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestDeadlinesTest {
    private final EmbeddedChannel connection = new EmbeddedChannel(
            new RequestDeadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(180)));

    @Test
    void aHeadThatDoesNotEndIsWaitedForTenSeconds() {
        pass(9);
        assertThat(connection.isOpen()).isTrue();

        pass(2);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aBodyHasItsOwnTime() {
        pass(9);
        head();
        pass(29);
        assertThat(connection.isOpen()).isTrue();

        pass(2);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anAnswerTakesAsLongAsItTakes() {
        head();
        end();

        pass(3_600);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void theNextRequestIsWaitedForFromTheAnswerOn() {
        head();
        end();
        connection.writeOutbound(new DefaultLastHttpContent());
        pass(179);
        assertThat(connection.isOpen()).isTrue();

        pass(2);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anAnswerBeforeTheBodyHasComeGivesItNoMoreTime() {
        head();
        connection.writeOutbound(new DefaultLastHttpContent());

        pass(31);

        assertThat(connection.isOpen()).isFalse();
    }

    private void head() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    }

    private void end() {
        connection.writeInbound(new DefaultLastHttpContent());
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
