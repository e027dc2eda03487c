package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.member.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class FetchedContactsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Inject
    FetchedContacts store;

    @Inject
    ParliamentSeats seats;

    @Inject
    EntityManager entities;

    @AfterEach
    void empty() {
        store.clear();
    }

    @Test
    void whatWasFetchedIsThereForTheNextRefreshUntilItIsOld() {
        store.keep(1, Contact.email("ann@mp.example"), NOON);
        store.keep(2, Contact.email("bob@mp.example"), NOON);
        store.keep(2, Contact.NONE, NOON.plusSeconds(1));
        store.keep(3, Contact.NONE, NOON.minusSeconds(1));

        assertThat(store.since(NOON))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1, Contact.email("ann@mp.example"), 2, Contact.NONE));
        assertThat(store.since(NOON.minusSeconds(1)))
                .as("what is old is forgotten")
                .hasSize(2);

        store.clear();
        assertThat(store.since(NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void nothingButTheAddressHasAPlaceInTheTable() {
        assertThat(entities.createNativeQuery(
                                "select column_name from information_schema.columns where table_name = 'fetched_contact'",
                                String.class)
                        .getResultList())
                .hasSameElementsAs(List.of("member_id", "email", "fetched_at"));
    }

    @Test
    void theServiceCanAskParliament() {
        assertThat(seats).isNotNull();
    }
}
