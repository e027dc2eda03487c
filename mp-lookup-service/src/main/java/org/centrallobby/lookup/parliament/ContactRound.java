package org.centrallobby.lookup.parliament;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.centrallobby.lookup.member.Contact;

/** Asks for the contacts of many members, a few at once, and keeps each as it comes. */
final class ContactRound {
    /** As many requests as the client lets through at most; it keeps the configured number itself. */
    private static final int AT_ONCE = 4;

    /** A member or two may be too new. If the API knows of hardly any contacts, it has changed. */
    private static final int MOST_UNKNOWN = 5;

    private final MembersApi api;
    private final ContactStore store;
    private final InstantSource clock;
    private final Map<Integer, Contact> contacts = new HashMap<>();
    private int unknown;

    ContactRound(MembersApi api, ContactStore store, InstantSource clock) {
        this.api = api;
        this.store = store;
        this.clock = clock;
    }

    /**
     * How the members are reached.
     *
     * @param done is told how many have been asked
     * @throws ParliamentFailure if one cannot be asked; what had come is kept
     */
    Map<Integer, Contact> ask(Collection<Integer> members, IntConsumer done) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ExecutorCompletionService<Asked>(threads);
            members.forEach(member -> answers.submit(() -> new Asked(member, api.contact(member))));
            try {
                for (var count = 1; count <= members.size(); count++) {
                    take(answers.take().get());
                    done.accept(count);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ParliamentFailure("the service stops");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ParliamentFailure failure
                        ? failure
                        : new IllegalStateException("A contact could not be fetched", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
        return contacts;
    }

    private void take(Asked asked) {
        if (asked.contact.isEmpty() && ++unknown > MOST_UNKNOWN) {
            throw new ParliamentFailure(
                    "the contacts of member %d".formatted(asked.member),
                    "the API does not know of contacts, and neither of those of %d others".formatted(MOST_UNKNOWN));
        }
        var contact = asked.contact.orElse(Contact.NONE);
        contacts.put(asked.member, contact);
        store.keep(asked.member, contact, clock.instant());
    }

    private record Asked(int member, Optional<Contact> contact) {}
}
