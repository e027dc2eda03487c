package org.centrallobby.lookup.parliament;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.centrallobby.lookup.member.Contact;

/** The store in the database; each step is a transaction of its own, so that nothing is lost with a later one. */
@ApplicationScoped
class FetchedContacts implements ContactStore, PanacheRepositoryBase<FetchedContact, Integer> {
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Map<Integer, Contact> since(Instant start) {
        delete("fetchedAt < ?1", start);
        return listAll().stream().collect(Collectors.toMap(FetchedContact::member, FetchedContact::contact));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(int member, Contact contact, Instant at) {
        getEntityManager().merge(new FetchedContact(member, contact.email(), at));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void clear() {
        deleteAll();
    }
}
