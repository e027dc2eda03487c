package org.centrallobby.letter.letter;

import com.fasterxml.uuid.Generators;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sets up what a test of letters needs, straight in the database, and lets time pass for single letters. */
@ApplicationScoped
public class Stage {
    private static final String CONTENT = """
            {"language": "en", "words": {"title": "No cameras", "introduction": "Why.", "consentWording": "Keep me informed",
             "shareText": null, "texts": {}, "letters": {}, "explanations": {}, "letter": {
             "subject": "Cameras in {constituency.name}", "moreSubjects": [],
             "body": "As {member.name} knows, cameras are everywhere.", "points": [], "leastPoints": 0, "mostPoints": 0,
             "close": "", "prompts": []}}, "translations": {}, "rules": [], "goal": 100, "goalMoves": false,
             "comments": false, "commentNames": "first-and-initial", "ownWords": {"personalLine": false, "alikeLimit": 100, "whenAlike": "allow"},
             "whenSeatVacant": "hold", "proofOfWork": "when-busy", "ownMailbox": true}""";

    private final EntityManager database;

    Stage(EntityManager database) {
        this.database = database;
    }

    /** A live campaign of a charity; the campaign's id. */
    public UUID campaign(String slug) {
        // Of time, as the service makes them: organisations are listed by it.
        var organisation = Generators.timeBasedEpochGenerator().generate();
        var campaign = UUID.randomUUID();
        var now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                            insert into organisation (id, version, name, legal_type, reply_contact, imprint, privacy_url,
                                                      allowed_origins, languages, created_at, updated_at)
                            values (?1, 0, 'Tell Parliament', 'CHARITY', 'hello@example.org', 'Tell Parliament, London',
                                    'https://example.org/privacy', '{}', '{en}', ?2, ?2)""")
                    .setParameter(1, organisation)
                    .setParameter(2, now)
                    .executeUpdate();
            database.createNativeQuery("""
                            insert into campaign (id, version, organisation, mode, state, slug, content, content_version,
                                                  created_at, updated_at, published_at)
                            values (?1, 0, ?2, 'LIVE', 'LIVE', ?3, ?5, 1, ?4, ?4, ?4)""")
                    .setParameter(1, campaign)
                    .setParameter(2, organisation)
                    .setParameter(3, slug)
                    .setParameter(4, now)
                    .setParameter(5, CONTENT)
                    .executeUpdate();
        });
        return campaign;
    }

    public void close(UUID campaign) {
        update("update campaign set state = 'CLOSED' where id = '%s'".formatted(campaign));
    }

    /** Makes a letter and its confirmation as old as if they had waited that much longer. */
    public void age(UUID letter, Duration by) {
        var seconds = by.toSeconds();
        update("""
                update letter set deadline = deadline - interval '%1$d seconds',
                       state_since = state_since - interval '%1$d seconds' where id = '%2$s'""".formatted(seconds, letter));
        update("""
                update confirmation set asked_at = asked_at - interval '%1$d seconds',
                       expires_at = expires_at - interval '%1$d seconds' where letter = '%2$s'""".formatted(seconds, letter));
    }

    /** The columns of the first row, as text. */
    public List<?> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).getResultList());
    }

    private void update(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
