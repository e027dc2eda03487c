package org.centrallobby.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writers who open the link in their mail and confirm. */
final class ConfirmBench {
    private static final double PER_SECOND = 500;
    private static final int LETTERS = 100_000;

    private final LetterStage stage;

    ConfirmBench(LetterStage stage) {
        this.stage = stage;
    }

    void run() {
        var campaign = stage.campaignWithLetter("confirmed");
        stage.progress().say("Writing letters that wait");
        stage.mass()
                .add(campaign.id(), stage.quick() ? 5_000 : LETTERS, MassLetters.State.AWAITING_CONFIRMATION, false);
        var first = 1L;
        mailLinks(campaign.id());
        var load = new Load(stage.service(), stage.progress(), 200, first, ConfirmBench::confirmation);
        load.closed(LetterStage.CONNECTIONS, stage.seconds(10));
        stage.progress().say("As many confirmations as it takes");
        var most = load.closed(LetterStage.CONNECTIONS, stage.seconds(20));
        var service = stage.service().processorTime();
        var database = stage.surroundings().databaseTime();
        stage.progress().say("%.0f confirmations a second".formatted(PER_SECOND));
        var steady = load.open(LetterStage.CONNECTIONS, PER_SECOND, stage.seconds(60));
        var confirmed = steady.succeeded().cardinality();
        var serviceEach = stage.service().processorTime().millisecondsEach(service, confirmed);
        var databaseEach = stage.surroundings().databaseTime().millisecondsEach(database, confirmed);
        var failed = most.failed() + steady.failed();

        var report = stage.report();
        report.add(
                "confirmations, as many as it takes, %d connections".formatted(LetterStage.CONNECTIONS),
                "%.0f/s".formatted(most.perSecond()),
                "at least 500/s",
                "",
                failed == 0 && most.perSecond() >= PER_SECOND);
        report.tell(
                "their p99 at %.0f/s, from the moment each was due".formatted(PER_SECOND),
                "%.0f ms (median %.0f)".formatted(steady.percentile(0.99), steady.percentile(0.5)),
                "");
        report.tell(
                "processor time of a confirmation there",
                "%.2f ms service, %.2f ms PostgreSQL".formatted(serviceEach, databaseEach),
                "4 ms: both processors at 500/s");
        report.add("confirmations that failed", Long.toString(failed), "0", "", failed == 0);
    }

    /** Asks for each letter's confirmation by a link whose token is known here. */
    private void mailLinks(UUID campaign) {
        stage.database().execute("""
                create temporary table asked as
                    select row_number() over (order by id) as n, id from letter
                    where campaign = '%s' and email like 'mass%%';
                insert into confirmation (letter, code_hash, attempts_left, asked_at, expires_at)
                    select id, md5(id::text), 5, now(), now() + interval '7 days' from asked;
                insert into confirmation_link (token_hash, letter)
                    select encode(sha256(cast('bench-' || n as bytea)), 'hex'), id from asked;
                drop table asked;
                analyze confirmation; analyze confirmation_link""".formatted(campaign));
    }

    private static Connection.Request confirmation(long number) {
        return new Connection.Request(
                "/v1/public/confirmations",
                "",
                "{\"token\": \"bench-%d\"}".formatted(number).getBytes(StandardCharsets.UTF_8));
    }
}
