package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.centrallobby.mail.identity.DnsRecord.Type;

/** The records that an organisation publishes for its domain. */
@ApplicationScoped
class DomainRecords {
    /** The sub-domain that bounces of an organisation's mails come to. */
    private static final String BOUNCES = "bounces.";

    private static final int MX_PREFERENCE = 10;

    private final String mxHost;
    private final String spfInclude;

    DomainRecords(IdentityConfig config, PlatformIdentity platform) {
        var bounceDomain = platform.identity().bounceDomain();
        this.mxHost = config.mxHost().orElse(bounceDomain);
        this.spfInclude = config.spfInclude().orElse(bounceDomain);
    }

    static String bounceDomain(String domain) {
        return BOUNCES + domain;
    }

    String spfInclude() {
        return spfInclude;
    }

    String mxHost() {
        return mxHost;
    }

    /** All of them, those of the keys in the order of their selectors. */
    List<DnsRecord> of(String domain, List<DomainKey> keys) {
        var records = new ArrayList<DnsRecord>();
        for (var key : keys) {
            records.add(new DnsRecord(
                    key.use() == DomainKey.Use.NEXT ? RecordRole.DKIM_NEXT : RecordRole.DKIM,
                    "%s._domainkey.%s".formatted(key.selector(), domain),
                    Type.TXT,
                    key.recordValue()));
        }
        records.add(new DnsRecord(
                RecordRole.SPF, bounceDomain(domain), Type.TXT, "v=spf1 include:%s -all".formatted(spfInclude)));
        records.add(new DnsRecord(RecordRole.MX, bounceDomain(domain), Type.MX, MX_PREFERENCE + " " + mxHost));
        records.add(new DnsRecord(RecordRole.DMARC, "_dmarc." + domain, Type.TXT, "v=DMARC1; p=none"));
        return records;
    }
}
