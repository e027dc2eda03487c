package org.centrallobby.lookup.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Announces what a transaction changes: the event is committed with the change or not at all. */
@ApplicationScoped
public class Outbox {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final OutboxRecords records;
    private final ObjectMapper json;

    Outbox(OutboxRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    /**
     * Adds an event to the running transaction. It happens later than every event before it, whichever replica added that;
     * until the transaction ends no other adds one.
     *
     * @param topic where it goes
     * @param key events of one key keep the order in which their transactions wrote them, as long as these lock what the key names
     * @param type the CloudEvents type, {@code org.centrallobby.<noun>.<past tense>.v1}
     * @param data becomes the event's JSON; its schema is in {@code deploy/contracts}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String topic, String key, String type, Object data) {
        records.persist(new OutboxRecord(IDS.generate(), topic, key, type, serialised(data), records.nextMoment()));
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
