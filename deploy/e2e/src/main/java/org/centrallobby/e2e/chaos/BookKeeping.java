package org.centrallobby.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Topics;

/** Reads everybody's books: the three databases, Kafka's topics, what the services answer. */
final class BookKeeping {
    private static final List<String> DEAD_LETTERS =
            List.of(Topics.SEATS, Topics.MAIL_REQUESTS, Topics.DELIVERIES).stream()
                    .map(topic -> topic + Topics.DEAD_LETTER_SUFFIX)
                    .toList();
    private static final List<String> GROUPS = List.of("letter-service", "mail-service");

    private final Stage stage;

    BookKeeping(Stage stage) {
        this.stage = stage;
    }

    /** What a row of a result says. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    Books close(Crowd crowd, Stage.Campaign campaign, String datasetBefore) {
        var leftOver = leftOver();
        leftOver.put("supporters", crowd.busy());
        return new Books(
                crowd.accounts(),
                list(
                        "letters",
                        "select id, substring(email from '" + Supporter.MAILBOX
                                + "(\\d+)@'), state, confirmed_at is not null, mail from letter",
                        row -> new Books.LetterRow(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getObject(5, UUID.class))),
                new HashSet<>(list("letters", "select mail from asked_mail", row -> row.getObject(1, UUID.class))),
                list(
                        "mail",
                        """
                        select id, kind, state, perhaps_sent or exists (
                            select from attempt where attempt.mail = mail.id and verdict = 'UNCERTAIN') from mail""",
                        row -> new Books.MailRow(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4))),
                stage.sink().arrivals(),
                leftOver,
                statistics(campaign),
                logsNaming(),
                datasetBefore,
                dataset());
    }

    /** How much waits where nothing does once all is at rest. */
    Map<String, Long> leftOver() {
        var places = new LinkedHashMap<String, Long>();
        for (var database : List.of("mp_lookup", "letters", "mail")) {
            places.put("outbox of " + database, count(database, "select count(*) from outbox"));
        }
        places.put(
                "mails in the queue",
                count(
                        "mail",
                        "select count(*) from mail where state in ('queued', 'deferred', 'uncertain', 'sending')"));
        places.putAll(topics());
        return places;
    }

    /** Mails in doubt: the operator is to say what becomes of them. */
    List<UUID> held() {
        return list("mail", "select id from mail where state = 'held'", row -> row.getObject(1, UUID.class));
    }

    /** Outages bring forth errors that nobody has seen before: none may say whose letter it was. */
    private Set<String> logsNaming() {
        return stage.logs().stream()
                .filter(BookKeeping::names)
                .map(log -> log.getFileName().toString())
                .collect(Collectors.toSet());
    }

    private static boolean names(Path log) {
        // Bytes that are no UTF-8 must not end the audit.
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> Supporter.TRACES.stream().anyMatch(line::contains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the mp-lookup-service says of its data and of the places that letters come from. */
    String dataset() {
        var answers = new ArrayList<String>();
        answers.add(Web.get(stage.lookupUrl() + "/v1/dataset").body().toString());
        for (var postcode : Stage.POSTCODES) {
            answers.add(Web.get(stage.lookupUrl() + "/v1/postcodes/" + postcode.replace(" ", ""))
                    .body()
                    .toString());
        }
        return String.join("\n", answers);
    }

    private Map<String, Long> statistics(Stage.Campaign campaign) {
        var letters = Web.get(
                        "%s/v1/campaigns/%s/statistics".formatted(stage.letterUrl(), campaign.id()), campaign.key())
                .body()
                .path("letters");
        return letters.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().asLong()));
    }

    /** Records that a consumer has still to take, and those that none could. */
    private Map<String, Long> topics() {
        var places = new LinkedHashMap<String, Long>();
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) stage.bootstrapServers()))) {
            for (var group : GROUPS) {
                var taken = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(30, TimeUnit.SECONDS);
                var before = sum(admin, taken.keySet())
                        - taken.values().stream()
                                .mapToLong(OffsetAndMetadata::offset)
                                .sum();
                places.put("records before the " + group, before);
            }
            for (var topic : admin.describeTopics(DEAD_LETTERS)
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .values()) {
                places.put(
                        topic.name(),
                        sum(
                                admin,
                                topic.partitions().stream()
                                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                                        .toList()));
            }
            return places;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not tell how far its readers are", e);
        }
    }

    /** The ends of partitions, added up. */
    private static long sum(Admin admin, Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin
                .listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get(30, TimeUnit.SECONDS)
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private long count(String database, String sql) {
        return list(database, sql, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> list(String database, String sql, Row<T> row) {
        try (var connection = DriverManager.getConnection(stage.jdbcUrl(database), Postgres.USER, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return List.copyOf(all);
        } catch (SQLException e) {
            throw new IllegalStateException("The books of %s cannot be read".formatted(database), e);
        }
    }
}
