package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private final List<String> taken = new ArrayList<>();

    /** Where nothing could be given up, nothing was settled or forgotten either. */
    @Test
    void aStepThatFailsKeepsNoneOfTheOthersFromBeingTaken() {
        var housekeeping = new Housekeeping(everythingFails());

        housekeeping.everyFewSeconds();
        housekeeping.everyHour();

        assertThat(taken).containsExactly("expire", "settle", "eraseAsked", "erase", "delete");
    }

    @SuppressWarnings("NullAway")
    private Aging everythingFails() {
        return new Aging(null, null, null, null, null) {
            @Override
            int expire() {
                return failing("expire");
            }

            @Override
            int settle() {
                taken.add("settle");
                throw new StackOverflowError("of a test");
            }

            @Override
            int eraseAsked() {
                return failing("eraseAsked");
            }

            @Override
            int erase() {
                return failing("erase");
            }

            @Override
            int delete() {
                return failing("delete");
            }
        };
    }

    private int failing(String step) {
        taken.add(step);
        throw new IllegalStateException("of a test");
    }
}
