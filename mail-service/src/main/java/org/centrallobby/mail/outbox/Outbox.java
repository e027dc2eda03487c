package org.centrallobby.mail.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.centrallobby.mail.tracing.Traceparent;
import org.jspecify.annotations.Nullable;

/** Announces what a transaction changes: the event is committed with the change or not at all. */
@ApplicationScoped
public class Outbox {
    /** The database numbers the events. */
    private static final long NOT_YET = 0;

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final OutboxRecords records;
    private final ObjectMapper json;
    private final InstantSource clock;

    Outbox(OutboxRecords records, ObjectMapper json, InstantSource clock) {
        this.records = records;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is to be announced.
     *
     * @param topic where it goes
     * @param key events of one key keep the order in which their transactions wrote them, as long as these lock what the key names
     * @param type the CloudEvents type, {@code org.centrallobby.<noun>.<past tense>.v1}
     * @param data becomes the event's JSON; its schema is in {@code deploy/contracts}
     * @param traceparent the work that it tells of; null where that is part of no trace
     */
    public record Event(
            String topic,
            String key,
            String type,
            Object data,
            @Nullable String traceparent) {}

    /** Adds an event to the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String topic, String key, String type, Object data) {
        addAll(List.of(new Event(topic, key, type, data, Traceparent.current())));
    }

    /** Adds events to the running transaction, in that order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(List<Event> events) {
        if (!events.isEmpty()) {
            records.add(events.stream().map(this::record).toList());
        }
    }

    private OutboxRecord record(Event event) {
        return new OutboxRecord(
                NOT_YET,
                IDS.generate(),
                event.topic(),
                event.key(),
                event.type(),
                serialised(event.data()),
                clock.instant(),
                event.traceparent());
    }

    private String serialised(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "An event of %s cannot be written as JSON".formatted(data.getClass()), e);
        }
    }
}
