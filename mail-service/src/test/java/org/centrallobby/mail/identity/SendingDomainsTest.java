package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SendingDomainsTest {
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private final PlatformIdentity platform = Identities.unsigned().platform();
    private final SendingIdentity own =
            new SendingIdentity("letters", "charity.example", "bounces.charity.example", List.of());

    @Test
    void aMailWithoutADomainOrWithOneThatMayNotSendIsThePlatforms() {
        var domains = new SendingDomains(platform, (organisation, domain, local) -> Optional.empty());

        assertThat(domains.forMail(ORGANISATION, null)).isEqualTo(platform.identity());
        assertThat(domains.forMail(ORGANISATION, "charity.example")).isEqualTo(platform.identity());
    }

    @Test
    void manyMailsAskOnce() {
        var asked = new AtomicInteger();
        var domains = new SendingDomains(platform, (organisation, domain, local) -> {
            asked.incrementAndGet();
            return Optional.of(own);
        });

        for (var i = 0; i < 100; i++) {
            assertThat(domains.forMail(ORGANISATION, i % 2 == 0 ? "charity.example" : "Charity.example"))
                    .isEqualTo(own);
        }
        assertThat(asked).hasValue(1);
        domains.forMail(UUID.randomUUID(), "charity.example");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aDatabaseThatIsAwayIsNoReasonToSendAsSomebodyElse() {
        var domains = new SendingDomains(platform, (organisation, domain, local) -> {
            throw new IllegalStateException(new PersistenceException("away"));
        });

        assertThatThrownBy(() -> domains.forMail(ORGANISATION, "charity.example"))
                .isInstanceOf(IdentityUnknown.class);
    }

    /** A mail that waits for a key that nobody can open would wait for ever. */
    @Test
    void whatIsNotTheDatabasesFaultIsNotTakenForIt() {
        var domains = new SendingDomains(platform, (organisation, domain, local) -> {
            throw new IllegalStateException("no such secret");
        });

        assertThatThrownBy(() -> domains.forMail(ORGANISATION, "charity.example"))
                .hasMessage("no such secret");
    }

    @Test
    void aDomainThatFailsSendsForItsGraceAndIsWellAgain() {
        var grace = Duration.ofHours(72);
        var domain = new SendingDomain(UUID.randomUUID(), ORGANISATION, "charity.example", NOON);
        assertThat(domain.sends(NOON, grace)).isFalse();

        domain.found("[]", false, NOON, NOON);
        assertThat(domain.state()).isEqualTo(DomainState.PENDING);
        domain.found("[]", true, NOON, NOON);
        assertThat(domain.sends(NOON, grace)).isTrue();
        domain.found("[]", false, NOON, NOON);
        domain.found("[]", false, NOON.plusSeconds(3_600), NOON);
        assertThat(domain.failingSince()).isEqualTo(NOON);
        assertThat(domain.sends(NOON.plus(grace).minusSeconds(1), grace)).isTrue();
        assertThat(domain.sends(NOON.plus(grace), grace)).isFalse();
        domain.found("[]", true, NOON.plus(grace), NOON);
        assertThat(domain.sends(NOON.plus(grace), grace)).isTrue();
        assertThat(domain.failingSince()).isNull();
    }
}
