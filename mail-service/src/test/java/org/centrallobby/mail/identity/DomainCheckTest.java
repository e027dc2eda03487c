package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainCheckTest {
    private static final String DOMAIN = "charity.example";
    private static final String BOUNCES = "bounces.charity.example";

    private final NameServerOfATest server = new NameServerOfATest();
    private final IdentityConfig config =
            new Identities.Configured(Identities.SECRET, List.of(), Optional.of(server.address()));
    private final DomainRecords records =
            new DomainRecords(config, Identities.unsigned().platform());
    private final DnsRecord dkim = new DnsRecord(
            RecordRole.DKIM,
            "lobby1._domainkey.charity.example",
            DnsRecord.Type.TXT,
            "v=DKIM1; k=rsa; p=" + "A".repeat(392));

    @BeforeEach
    void publish() {
        server.txt(dkim.name(), dkim.value());
        server.txt(BOUNCES, "v=spf1 include:spf.lobby.example -all");
        server.txt("spf.lobby.example", "v=spf1 ip4:192.0.2.0/24 -all");
        server.mx(BOUNCES, "mx.lobby.example");
        server.txt("_dmarc.charity.example", "v=DMARC1; p=reject");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsPublishedAsItWasGivenIsRight() throws Dns.NoAnswer {
        assertThat(check())
                .hasSize(4)
                .allSatisfy(
                        finding -> assertThat(finding.ok()).as(finding.advice()).isTrue());
    }

    @Test
    void anythingThatIsMissingIsSaid() throws Dns.NoAnswer {
        for (var name : List.of(dkim.name(), BOUNCES, "_dmarc.charity.example")) {
            server.remove(name);
        }

        assertThat(check()).hasSize(4).allSatisfy(finding -> {
            assertThat(finding.ok()).isFalse();
            assertThat(finding.found()).isEmpty();
            assertThat(finding.advice()).contains("publish");
        });
    }

    @Test
    void anotherKeyOrATrialIsWrong() throws Dns.NoAnswer {
        server.txt(dkim.name(), "v=DKIM1; k=rsa; p=" + "B".repeat(392));
        assertThat(finding(RecordRole.DKIM).advice()).contains("Another key");
        server.txt(dkim.name(), dkim.value() + "; t=y");
        assertThat(finding(RecordRole.DKIM).advice()).contains("trial");
        server.txt(dkim.name(), dkim.value(), "v=DKIM1; k=rsa; p=");
        assertThat(finding(RecordRole.DKIM).advice()).contains("several");
        server.txt(dkim.name(), "k=rsa;p=" + "A".repeat(392));
        assertThat(finding(RecordRole.DKIM).ok()).isTrue();
    }

    @Test
    void spfIsFollowedThroughWhatItIncludes() throws Dns.NoAnswer {
        server.txt(BOUNCES, "v=spf1 include:one.example ~all");
        server.txt("one.example", "v=spf1 a mx redirect=spf.lobby.example");

        assertThat(finding(RecordRole.SPF).ok()).isTrue();
        assertThat(finding(RecordRole.SPF).advice()).contains("4 of ten");
    }

    @Test
    void spfThatReceiversWouldIgnoreIsWrong() throws Dns.NoAnswer {
        server.txt(BOUNCES, "v=spf1 a a a a a a a a a a include:spf.lobby.example -all");
        assertThat(finding(RecordRole.SPF).advice()).contains("more than ten");
        server.txt(BOUNCES, "v=spf1 include:nobody.example include:spf.lobby.example -all");
        assertThat(finding(RecordRole.SPF).advice()).contains("includes nobody.example, which has no SPF record");
        server.txt(BOUNCES, "v=spf1 include:bounces.charity.example -all");
        assertThat(finding(RecordRole.SPF).ok()).isFalse();
        server.txt(BOUNCES, "v=spf1 ip:192.0.2.1 -all");
        assertThat(finding(RecordRole.SPF).advice()).contains("a word that is none: ip");
        server.txt(BOUNCES, "v=spf1 -all", "v=spf1 include:spf.lobby.example -all");
        assertThat(finding(RecordRole.SPF).advice()).contains("several");
        server.txt(BOUNCES, "v=spf1 mx -all");
        assertThat(finding(RecordRole.SPF).advice()).contains("include:spf.lobby.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 -all include:spf.lobby.example",
                "v=spf1 -include:spf.lobby.example ~all",
                "v=spf1 ~include:spf.lobby.example -all",
                "v=spf1 ?include:spf.lobby.example -all",
                "v=spf1 -all redirect=spf.lobby.example",
                "v=spf1 ?include:between.example -all",
                "v=spf1 include:closed.example -all"
            })
    void whatReceiversNeverComeToOrDoNotPassIsNotIncluded(String record) throws Dns.NoAnswer {
        server.txt("between.example", "v=spf1 include:spf.lobby.example -all");
        server.txt("closed.example", "v=spf1 -all include:spf.lobby.example");
        server.txt(BOUNCES, record);

        assertThat(finding(RecordRole.SPF).ok()).isFalse();
        assertThat(finding(RecordRole.SPF).advice()).contains("Add include:spf.lobby.example");
    }

    @Test
    void whatStandsBehindAllCostsNoLookups() throws Dns.NoAnswer {
        server.txt(BOUNCES, "v=spf1 +include:spf.lobby.example -all a a a a a a a a a a include:nobody.example");

        assertThat(finding(RecordRole.SPF).ok()).isTrue();
        assertThat(finding(RecordRole.SPF).advice()).contains("1 of ten");
    }

    @Test
    void theDmarcPolicyOfADomainAboveCoversIt() throws Dns.NoAnswer {
        server.remove("_dmarc.charity.example");
        server.txt("_dmarc.example", "v=DMARC1; p=none");
        assertThat(finding(RecordRole.DMARC).ok()).isFalse();

        var below = new DomainCheck(new NameServers(config).within(Duration.ofSeconds(5)), records)
                .of("letters.charity.example", records.of("letters.charity.example", List.of()));
        assertThat(below).noneMatch(finding -> finding.record().role() == RecordRole.DMARC && finding.ok());
        server.txt("_dmarc.charity.example", "v=DMARC1; p=quarantine");
        below = new DomainCheck(new NameServers(config).within(Duration.ofSeconds(5)), records)
                .of("letters.charity.example", records.of("letters.charity.example", List.of()));
        assertThat(below).anyMatch(finding -> finding.record().role() == RecordRole.DMARC && finding.ok());
    }

    @Test
    void aStrictDmarcPolicyThatTheBounceDomainFailsIsWrong() throws Dns.NoAnswer {
        server.txt("_dmarc.charity.example", "v=DMARC1; p=reject; aspf=s");

        assertThat(finding(RecordRole.DMARC).advice()).contains("aspf=r");
    }

    @Test
    void mailThatGoesElsewhereIsWrong() throws Dns.NoAnswer {
        server.mx(BOUNCES, "mx.other.example");

        assertThat(finding(RecordRole.MX).advice()).contains("elsewhere");
    }

    @Test
    void aNameServerThatDoesNotAnswerIsNotARecordThatIsMissing() {
        server.fallSilent(true);

        assertThatThrownBy(this::check).isInstanceOf(Dns.NoAnswer.class);
    }

    private Finding finding(RecordRole role) throws Dns.NoAnswer {
        return check().stream()
                .filter(finding -> finding.record().role() == role)
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> check() throws Dns.NoAnswer {
        var expected = new java.util.ArrayList<DnsRecord>(records.of(DOMAIN, List.of()));
        expected.add(dkim);
        return new DomainCheck(new NameServers(config).within(Duration.ofSeconds(5)), records).of(DOMAIN, expected);
    }
}
