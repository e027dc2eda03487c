package org.centrallobby.mail.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.RowLocks;
import org.centrallobby.mail.ServiceTest;
import org.junit.jupiter.api.Test;

/** What is swept away as unused while somebody begins to use it. */
@ServiceTest
class LanesTest {
    private static final Pauses.Stopped NOTHING = new Pauses.Stopped(Set.of());

    @Inject
    Lanes lanes;

    @Inject
    Turns turns;

    @Inject
    EntityManager database;

    /** Not yet: nobody but the test takes the lane. */
    private final Instant soon = InstantSource.system().instant().plus(Duration.ofHours(1));

    private final Lane lane = new Lane(Requests.id(), Requests.id(), false, "mp.example", Requests.id());

    @Test
    void aLaneUnusedForLongIsForgottenWithTheTurnOfItsCampaign() {
        use(() -> lanes.numbers(Set.of(lane)));
        unusedForLong();

        sweep().join();

        assertThat(rows("lane")).isZero();
        assertThat(rows("campaign_turn")).isZero();
    }

    @Test
    void aLaneUnusedForLongIsKeptWhereAMailIsJustPutInIt() {
        use(() -> lanes.numbers(Set.of(lane)));
        unusedForLong();

        whileSomebodySweeps(this::putAMailInLine);

        assertThat(itsMailCanGo()).isTrue();
    }

    @Test
    void anOrganisationThatBeginsAnewHasItsTurn() {
        use(() -> lanes.numbers(Set.of(lane)));
        use(() -> change("delete from lane where campaign = :campaign"));
        use(() -> change("delete from campaign_turn where campaign = :campaign"));

        whileSomebodySweeps(this::putAMailInLine);

        assertThat(itsMailCanGo()).isTrue();
    }

    @Test
    void aCampaignWhoseLaneIsMadeAnewHasItsTurn() {
        use(() -> lanes.numbers(Set.of(lane)));
        use(() -> change("delete from lane where campaign = :campaign"));

        // So does a mail that was handed in before.
        whileSomebodySweeps(() -> lanes.numbers(Set.of(lane)));
        use(this::putAMailInLine);

        assertThat(itsMailCanGo()).isTrue();
    }

    private void putAMailInLine() {
        lanes.ready(Map.of(lanes.numbers(Set.of(lane)).get(lane), soon));
    }

    /** Commits once the sweep is over, or waits for it. */
    private void whileSomebodySweeps(Runnable change) {
        var sweep = QuarkusTransaction.requiringNew().call(() -> {
            change.run();
            var sweeping = sweep();
            await("the sweep meets the change")
                    .pollInSameThread()
                    .until(() -> sweeping.isDone() || RowLocks.somebodyWaits(database));
            return sweeping;
        });
        sweep.join();
    }

    private CompletableFuture<Void> sweep() {
        return CompletableFuture.runAsync(() -> use(() -> lanes.forget(1_000)));
    }

    /** As a claim asks for it, once it is time. */
    private boolean itsMailCanGo() {
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.ready(false, soon, NOTHING).stream()
                                .anyMatch(turn -> turn.campaign().equals(lane.campaign()))
                        && !lanes.take(new UUID[] {lane.campaign()}, new Integer[] {1}, false, soon)
                                .isEmpty());
    }

    private void unusedForLong() {
        use(() -> change("update lane set used_on = current_date - 61 where campaign = :campaign"));
    }

    private static void use(Runnable step) {
        QuarkusTransaction.requiringNew().run(step);
    }

    private void change(String sql) {
        database.createNativeQuery(sql)
                .setParameter("campaign", lane.campaign())
                .executeUpdate();
    }

    private long rows(String table) {
        return QuarkusTransaction.requiringNew().call(() -> (Long)
                database.createNativeQuery("select count(*) from " + table + " where campaign = :campaign", Long.class)
                        .setParameter("campaign", lane.campaign())
                        .getSingleResult());
    }
}
