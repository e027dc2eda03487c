package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.similarity.Fingerprint;
import org.centrallobby.letter.similarity.Likeness;
import org.centrallobby.letter.similarity.MeasuredLetter;
import org.centrallobby.letter.similarity.WhenAlike;
import org.centrallobby.letter.statistics.CountJournal;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters in the real database, driven through random events by random orders, each of which may die at any statement. */
@ServiceTest
class LetterLifecycleCrashTest {
    private static final int LETTERS = 60;
    private static final int EVENTS = 9;
    private static final int MOST_STATEMENTS = 10;

    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    Campaigns campaigns;

    @Inject
    Seats seats;

    @Inject
    Letters letters;

    @Inject
    LetterDesk desk;

    @Inject
    LetterConfirming confirming;

    @Inject
    LetterReports reports;

    @Inject
    LetterSending sending;

    @Inject
    LetterRecall recall;

    @Inject
    WriterRecall writers;

    @Inject
    ChosenLetters chosen;

    @Inject
    LetterJobs jobs;

    @Inject
    Dispatch dispatch;

    @Inject
    CountJournal journal;

    @Inject
    Scheduler scheduler;

    private final long seed = Long.getLong("lifecycle.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private UUID campaign = new UUID(0, 0);
    private Scene.@Nullable Held seat;

    @BeforeEach
    void open() {
        var live = Scene.live(TestOrganisation.create().key());
        campaign = UUID.fromString(live.id());
        seat = scene.seat();
        // Jobs would take steps of their own between a look before and a look after.
        scheduler.pause();
    }

    @AfterEach
    void resume() {
        scheduler.resume();
    }

    @Test
    void whateverHappensAndWhereverItDiesLettersHistoriesEventsAndCountsAgree() {
        var deaths = 0;
        var ids = new ArrayList<UUID>();
        for (var number = 0; number < LETTERS; number++) {
            var way = random.nextInt(3) == 0 ? Way.OWN_MAILBOX : Way.PLATFORM;
            var verdict = way == Way.PLATFORM && random.nextInt(4) == 0 ? WhenAlike.HOLD : WhenAlike.ALLOW;
            // Some write twice, each time another way or the same.
            ids.add(write("ann%d.%s@example.org".formatted(number / 2, campaign), verdict, way));
        }
        for (var turn = 0; turn < EVENTS; turn++) {
            Collections.shuffle(ids, random);
            for (var id : ids) {
                deaths += happens(id) ? 0 : 1;
            }
        }

        assertThat(deaths).as("seed %d", seed).isGreaterThan(10);
        ids.forEach(this::isLegal);
        assertThat(counted("all")).as("seed %d", seed).isEqualTo(inLetters());
        announcedOnce(ids);
        assertThat(scene.rows("""
                select person from letter where campaign = '%s' and confirmed_at is not null and invalidated_at is null
                   and state not in ('RECALLED', 'FAILED') group by person, member having count(*) > 1""".formatted(campaign)))
                .as("people who count twice; seed %d", seed)
                .isEmpty();

        inTransaction(() -> {
            var rest = scene
                    .rows("select id from letter where campaign = '%s' and invalidated_at is null".formatted(campaign))
                    .stream()
                    .map(UUID.class::cast)
                    .toList();
            journal.takeBack(rest);
            chosen.invalidate(rest);
        });
        assertThat(scene.rows("""
                select dimension, key from (select * from letter_count where campaign = '%1$s'
                    union all select campaign, dimension, key, written, confirmed, sent, held, settled, bounced, failed,
                                     recalled, lapsed, edited, own_words, awaiting_sender, own_mailbox, copied
                    from letter_step_count where campaign = '%1$s') as counts
                group by dimension, key
                having (sum(written), sum(confirmed), sum(sent), sum(held), sum(settled), sum(bounced), sum(failed),
                        sum(recalled), sum(lapsed), sum(edited), sum(own_words), sum(awaiting_sender), sum(own_mailbox),
                        sum(copied)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)""".formatted(campaign)))
                .as("what is left of letters that are all nobody's; seed %d", seed)
                .isEmpty();
    }

    @Test
    void theSameReportsLeadToTheSameEndInWhateverOrderTheyCome() {
        for (var number = 0; number < 20; number++) {
            var told = reported();
            var ends = IntStream.range(0, 2)
                    .mapToObj(order -> {
                        var id = write(UUID.randomUUID() + "@example.org", WhenAlike.ALLOW, Way.PLATFORM);
                        inTransaction(() -> confirming.confirm(id));
                        var shuffled = new ArrayList<>(told);
                        shuffled.addAll(told);
                        Collections.shuffle(shuffled, random);
                        shuffled.forEach(report -> reports.note(mail(id).orElseThrow(), report, null));
                        return state(id);
                    })
                    .toList();

            assertThat(ends)
                    .as("%s, seed %d", told, seed)
                    .containsOnly(told.getLast().name());
        }
    }

    /** Something happens to a letter, and may die; whether it did not. */
    private boolean happens(UUID id) {
        var before = snapshot(id);
        var well = DyingDatabase.survives(
                random.nextBoolean() ? random.nextInt(MOST_STATEMENTS) : Integer.MAX_VALUE, event(id));
        if (!well) {
            assertThat(snapshot(id))
                    .as("what died left something behind; seed %d", seed)
                    .isEqualTo(before);
        }
        return well;
    }

    private Runnable event(UUID id) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 ->
                () -> inTransaction(() -> {
                    // Whose letter was given to them has no question to answer.
                    if (way(id) == Way.PLATFORM) {
                        confirming.confirm(id);
                    }
                });
            case 11, 12 ->
                () -> inTransaction(() -> sending.sent(id, random.nextBoolean() ? SentMark.SAID : SentMark.COPY));
            case 3, 4 ->
                () -> inTransaction(() ->
                        mail(id).ifPresent(mail -> shuffled().forEach(report -> reports.note(mail, report, null))));
            case 5 -> () -> mail(id).ifPresent(mail -> reports.note(mail, any(), "250"));
            case 6 ->
                () -> inTransaction(
                        () -> letters.locked(id).ifPresent(letter -> recall.of(letter, RecallReason.BY_ORGANISATION)));
            case 7 ->
                () -> {
                    try {
                        writers.recall(id);
                    } catch (Failure tooLate) {
                        // Then nothing happens.
                    }
                };
            case 8 ->
                () -> inTransaction(() -> {
                    letters.getEntityManager()
                            .createNativeQuery(
                                    "update letter set deadline = state_since where id = ?1 and deadline is not null")
                            .setParameter(1, id)
                            .executeUpdate();
                    letters.locked(id).ifPresent(jobs::fall);
                });
            case 9 -> {
                seatIs(random.nextInt(3) == 0 ? "VACANT" : "FILLED");
                yield () -> inTransaction(() -> letters.locked(id).ifPresent(letter -> {
                    letter.approve();
                    dispatch.release(letter);
                }));
            }
            default ->
                () -> inTransaction(() -> letters.locked(id)
                        .filter(letter -> letter.invalidatedAt() == null)
                        .ifPresent(letter -> {
                            journal.takeBack(List.of(id));
                            chosen.invalidate(List.of(id));
                        }));
        };
    }

    private List<LetterState> shuffled() {
        var told = new ArrayList<>(reported());
        Collections.shuffle(told, random);
        return told;
    }

    /** What the mail-service tells of one mail, in the order in which it happens. */
    private List<LetterState> reported() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(LetterState.QUEUED, LetterState.DEFERRED, LetterState.SENT, LetterState.SETTLED);
            case 1 -> List.of(LetterState.QUEUED, LetterState.SENT, LetterState.SETTLED, LetterState.BOUNCED);
            case 2 -> List.of(LetterState.QUEUED, LetterState.DEFERRED, LetterState.FAILED);
            case 3 -> List.of(LetterState.QUEUED, LetterState.DEFERRED);
            default -> List.of(LetterState.QUEUED, LetterState.RECALLED);
        };
    }

    private LetterState any() {
        return LetterState.values()[random.nextInt(LetterState.values().length)];
    }

    private Way way(UUID id) {
        return Way.valueOf(String.valueOf(scene.rows("select way from letter where id = '%s'".formatted(id))
                .getFirst()));
    }

    private UUID write(String email, WhenAlike verdict, Way way) {
        var at = Objects.requireNonNull(seat);
        var there = read(() -> seats.findById(at.constituency().code()));
        var draft = new LetterDraft(
                read(() -> campaigns.findById(campaign)),
                new Addressee(at.postcode(), at.constituency(), there.member().orElseThrow()),
                new Writer("Ann Example", email, "1 High Street", at.postcode()),
                "Take them down",
                "I mind.",
                LetterOrigin.UNKNOWN,
                new MeasuredLetter(Fingerprint.of("I mind."), random.nextInt(101), new Likeness(0, 0), verdict),
                null,
                "en",
                way,
                null);
        return desk.handIn(draft).id();
    }

    /** Sometimes somebody else holds it by then. */
    private void seatIs(String status) {
        var there = Objects.requireNonNull(seat);
        scene.change("update seat set status = '%s', member_id = %d where constituency = '%s'"
                .formatted(
                        status,
                        there.member() + random.nextInt(2) * 1_000_000,
                        there.constituency().code()));
    }

    private Optional<UUID> mail(UUID id) {
        return Optional.ofNullable((UUID) scene.rows("select mail from letter where id = '%s'".formatted(id))
                .getFirst());
    }

    private String state(UUID id) {
        return String.valueOf(scene.rows("select state from letter where id = '%s'".formatted(id))
                .getFirst());
    }

    private List<String> history(UUID id) {
        return scene
                .rows("select state from letter_history where letter = '%s' order by position".formatted(id))
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** All that a step of the letter changes, but for what is relayed meanwhile. */
    private String snapshot(UUID id) {
        return scene.rows("select cast(row_to_json(letter) as text) from letter where id = '%s'".formatted(id))
                        .toString()
                + history(id)
                + counted("all");
    }

    private void isLegal(UUID id) {
        var history = history(id);
        assertThat(history.getLast()).as("seed %d", seed).isEqualTo(state(id));
        @Nullable LetterState from = null;
        for (var name : history) {
            var to = LetterState.valueOf(name);
            assertThat(LetterLifecycle.step(from, to))
                    .as("%s, seed %d", history, seed)
                    .isPresent();
            from = to;
        }
    }

    private String counted(String dimension) {
        return row("""
                select sum(written), sum(confirmed), sum(sent), sum(held), sum(settled), sum(bounced), sum(failed),
                       sum(recalled), sum(lapsed), sum(edited), sum(own_words), sum(awaiting_sender), sum(own_mailbox),
                       sum(copied)
                from (select * from letter_count where campaign = '%1$s' and dimension = '%2$s'
                    union all select campaign, dimension, key, written, confirmed, sent, held, settled, bounced, failed,
                                     recalled, lapsed, edited, own_words, awaiting_sender, own_mailbox, copied
                    from letter_step_count where campaign = '%1$s' and dimension = '%2$s') as counts""".formatted(campaign, dimension));
    }

    private String inLetters() {
        return row("""
                select count(*), count(confirmed_at), count(*) filter (where state in ('SENT', 'SETTLED', 'BOUNCED')),
                       count(*) filter (where state = 'HELD'), count(*) filter (where state = 'SETTLED'),
                       count(*) filter (where state = 'BOUNCED'), count(*) filter (where state = 'FAILED'),
                       count(*) filter (where state = 'RECALLED'), count(*) filter (where state = 'LAPSED'),
                       count(confirmed_at) filter (where own_words > 0),
                       coalesce(sum(own_words) filter (where confirmed_at is not null), 0),
                       count(*) filter (where state = 'AWAITING_SENDER'), count(*) filter (where state = 'SENT_BY_WRITER'),
                       count(*) filter (where state = 'SENT_BY_WRITER' and reason = 'copy')
                from letter where campaign = '%s' and invalidated_at is null""".formatted(campaign));
    }

    private String row(String sql) {
        return Arrays.toString((Object[]) scene.rows(sql).getFirst());
    }

    private void announcedOnce(List<UUID> ids) {
        scene.awaitOutbox();
        var announced = Event.all(broker, Topics.LETTERS).stream()
                .collect(Collectors.groupingBy(Event::key, Collectors.mapping(Event::type, Collectors.toList())));
        var invalidated = scene.rows(
                "select id from letter where campaign = '%s' and invalidated_at is not null".formatted(campaign));
        for (var id : ids) {
            @Nullable LetterState from = null;
            var expected = new ArrayList<String>();
            for (var name : history(id)) {
                var to = LetterState.valueOf(name);
                expected.add(LetterLifecycle.step(from, to).orElseThrow().eventType());
                from = to;
            }
            var events = announced.get(id.toString());
            assertThat(events)
                    .filteredOn(type -> !type.equals(LetterSteps.INVALIDATED))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(Collections.frequency(events, LetterSteps.INVALIDATED))
                    .as("seed %d", seed)
                    .isEqualTo(invalidated.contains(id) ? 1 : 0);
        }
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static <T> T read(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
