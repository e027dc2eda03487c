package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centrallobby.testbed.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL makes of the rows of one letter without the service: the same rows in one transaction, in copies of the
 * service's tables with all their indexes and references. pgbench runs it, or, where there is none, a loop over JDBC.
 */
final class InsertBaseline {
    private static final int CLIENTS = 16;

    /** The rows of a letter, each with what must differ from letter to letter; the rest is as in a row that is there. */
    private static final Map<String, Map<String, String>> ROWS = rows();

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Database database;
    private final URI url;
    private final Path folder;
    private final long seconds;

    InsertBaseline(LetterStage stage) {
        this.database = stage.database();
        this.url = stage.database().url();
        this.folder = stage.folder();
        this.seconds = stage.seconds(20).toSeconds();
    }

    /** @param by what made the load */
    record Rate(double perSecond, String by) {}

    private static Map<String, Map<String, String>> rows() {
        var own = "encode(sha256(cast(:n as text)::bytea), 'hex')";
        var rows = new LinkedHashMap<String, Map<String, String>>();
        rows.put("mail_allowance", Map.of("mailbox", own, "person", own));
        rows.put("letter", Map.of("id", "baseline.id(:n)", "mailbox", own, "person", own));
        rows.put("letter_history", Map.of("letter", "baseline.id(:n)"));
        rows.put("confirmation", Map.of("letter", "baseline.id(:n)"));
        rows.put("confirmation_link", Map.of("letter", "baseline.id(:n)", "token_hash", own));
        rows.put("asked_mail", Map.of("mail", "baseline.id(:n)", "mailbox", own, "person", own));
        rows.put("idempotent_reply", Map.of("scope", own));
        return rows;
    }

    Rate perSecond() {
        database.execute("""
                drop schema if exists baseline cascade;
                create schema baseline;
                create function baseline.id(bigint) returns uuid stable language sql as $$
                    select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7000'
                        || lpad(to_hex($1), 16, '8'))::uuid $$;""");
        Stream.concat(ROWS.keySet().stream(), Stream.of("outbox", "letter_step_journal"))
                .forEach(table -> database.execute(
                        "create table baseline.%1$s (like public.%1$s including all)".formatted(table)));
        database.execute("""
                alter table baseline.letter add foreign key (campaign) references public.campaign;
                alter table baseline.letter add foreign key (organisation) references public.organisation;
                alter table baseline.letter_history add foreign key (letter) references baseline.letter;
                alter table baseline.confirmation_link add foreign key (letter) references baseline.confirmation;""");
        var statements = statements();
        var program = pgbench();
        return program.isPresent()
                ? new Rate(byPgbench(program.get(), statements), "pgbench")
                : new Rate(byJdbc(statements), "over JDBC (there is no pgbench)");
    }

    private List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add("begin");
        ROWS.forEach((table, own) -> statements.add(insert(table, own)));
        // These two are emptied all the time: there is no row to copy.
        statements.add("""
                insert into baseline.letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state,
                to_state, at, written_at, confirmed_at, weight) values (gen_random_uuid(), 'E14001172', 90000, 'www.example.org',
                'email', 30, null, 'AWAITING_CONFIRMATION', now(), now(), null, 1)""");
        for (var bytes : List.of(500, 1500)) {
            statements.add("""
                    insert into baseline.outbox (id, topic, key, type, payload, occurred_at) values (gen_random_uuid(),
                    'letter.letter.v1', baseline.id(:n)::text, 'org.centrallobby.letter.written.v1', repeat('x', %d), now())""".formatted(bytes));
        }
        statements.add("commit");
        return statements.stream()
                .map(statement -> statement.replace("\n", " "))
                .toList();
    }

    private String insert(String table, Map<String, String> own) {
        database.execute("create table baseline.a_%1$s as select * from public.%1$s limit 1".formatted(table));
        var columns = new ArrayList<String>();
        database.each("""
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_identity = 'NO'""".formatted(table), columns::add);
        var values = columns.stream()
                .map(column -> own.getOrDefault(column, "pattern." + column))
                .toList();
        return "insert into baseline.%1$s (%2$s) select %3$s from baseline.a_%1$s pattern"
                .formatted(table, String.join(", ", columns), String.join(", ", values));
    }

    private static Optional<Path> pgbench() {
        var debian = Path.of("/usr/lib/postgresql");
        try (var versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.<Path>empty()) {
            return Stream.concat(
                            Arrays.stream(System.getenv("PATH").split(":")).map(Path::of),
                            versions.sorted().toList().reversed().stream().map(version -> version.resolve("bin")))
                    .map(place -> place.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double byPgbench(Path program, List<String> statements) {
        try {
            var script = folder.resolve("letter.sql");
            Files.writeString(script, "\\set n random(1, 9000000000000000)\n" + String.join(";\n", statements) + ";\n");
            var run = new ProcessBuilder(
                            program.toString(),
                            "--host=" + url.getHost(),
                            "--port=" + url.getPort(),
                            "--username=" + Postgres.USER,
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + CLIENTS,
                            "--time=" + seconds,
                            "--file=" + script,
                            url.getPath().substring(1))
                    .redirectErrorStream(true)
                    .start();
            var output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var rate = RATE.matcher(output);
            if (!rate.find()) {
                throw new CannotMeasure("pgbench gave no result: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double byJdbc(List<String> statements) {
        var number = new AtomicLong();
        var end = System.nanoTime() + seconds * 1_000_000_000;
        Callable<@Nullable Void> client = () -> {
            try (var connection = DriverManager.getConnection("jdbc:" + url, Postgres.USER, "")) {
                var prepared = new ArrayList<PreparedStatement>();
                for (var statement : statements) {
                    prepared.add(connection.prepareStatement(statement.replace(":n", "?")));
                }
                while (System.nanoTime() < end) {
                    insert(prepared, number.incrementAndGet());
                }
                return null;
            }
        };
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var done : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
            return (double) number.get() / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        } catch (ExecutionException e) {
            throw new CannotMeasure("The rows could not be inserted: " + e.getCause());
        }
    }

    private static void insert(List<PreparedStatement> statements, long number) throws SQLException {
        for (var statement : statements) {
            for (var place = 1; place <= statement.getParameterMetaData().getParameterCount(); place++) {
                statement.setLong(place, number);
            }
            statement.execute();
        }
    }
}
