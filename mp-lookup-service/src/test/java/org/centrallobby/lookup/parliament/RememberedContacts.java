package org.centrallobby.lookup.parliament;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.centrallobby.lookup.member.Contact;

/** The store without a database. */
final class RememberedContacts implements ContactStore {
    final Map<Integer, Contact> contacts = new ConcurrentHashMap<>();
    final Map<Integer, Instant> times = new ConcurrentHashMap<>();

    @Override
    public Map<Integer, Contact> since(Instant start) {
        contacts.keySet()
                .removeIf(member -> times.getOrDefault(member, Instant.MIN).isBefore(start));
        return new TreeMap<>(contacts);
    }

    @Override
    public void keep(int member, Contact contact, Instant at) {
        contacts.put(member, contact);
        times.put(member, at);
    }

    @Override
    public void clear() {
        contacts.clear();
    }
}
