package org.centrallobby.mail.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.centrallobby.mail.identity.Dns.NoAnswer;

/** Holds what the name servers say of a domain against what should stand there. */
final class DomainCheck {
    private static final String DKIM_VERSION = "dkim1";
    private static final String DMARC_VERSION = "v=dmarc1";

    private final Dns dns;
    private final DomainRecords records;

    DomainCheck(Dns dns, DomainRecords records) {
        this.dns = dns;
        this.records = records;
    }

    /**
     * A finding for each record.
     *
     * @throws NoAnswer if the name servers do not answer: nothing is known then
     */
    List<Finding> of(String domain, List<DnsRecord> expected) throws NoAnswer {
        var findings = new ArrayList<Finding>();
        for (var record : expected) {
            findings.add(
                    switch (record.role()) {
                        case DKIM, DKIM_NEXT -> dkim(record);
                        case SPF -> spf(record);
                        case MX -> mx(record);
                        case DMARC -> dmarc(record, domain);
                    });
        }
        return findings;
    }

    private Finding dkim(DnsRecord record) throws NoAnswer {
        var found = dns.txt(record.name());
        if (found.isEmpty()) {
            return Finding.wrong(record, found, "There is no such record yet: publish it.");
        }
        if (found.size() > 1) {
            return Finding.wrong(
                    record, found, "There are several records of this name: leave only the one given here.");
        }
        var wanted = tags(record.value());
        var there = tags(found.getFirst());
        if (!DKIM_VERSION.equals(there.getOrDefault("v", DKIM_VERSION).toLowerCase(Locale.ROOT))
                || !wanted.getOrDefault("k", "")
                        .equals(there.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT))
                || !wanted.getOrDefault("p", "")
                        .equals(there.getOrDefault("p", "").replaceAll("\\s", ""))) {
            return Finding.wrong(
                    record, found, "Another key stands there, or a part of this one: replace the whole value.");
        }
        if (there.getOrDefault("t", "").contains("y")) {
            return Finding.wrong(record, found, "The record says that it is a trial (t=y): leave that out.");
        }
        return Finding.right(record, found, "As it should be.");
    }

    private Finding spf(DnsRecord record) throws NoAnswer {
        var chain = SpfChain.follow(dns, record.name(), records.spfInclude());
        var found = chain.records();
        if (found.isEmpty()) {
            return Finding.wrong(record, found, "There is no SPF record of this name yet: publish it.");
        }
        if (found.size() > 1) {
            return Finding.wrong(
                    record, found, "There are several SPF records, and receivers then take none: make one of them.");
        }
        if (chain.fault() != null) {
            return Finding.wrong(record, found, chain.fault() + ": make it simpler.");
        }
        return chain.included()
                ? Finding.right(
                        record, found, "As it should be; it takes %d of ten lookups.".formatted(chain.lookups()))
                : Finding.wrong(record, found, "Add include:%s before the last word.".formatted(records.spfInclude()));
    }

    private Finding mx(DnsRecord record) throws NoAnswer {
        var found = dns.mx(record.name());
        if (found.isEmpty()) {
            return Finding.wrong(record, found, "There is no such record yet: publish it, or bounces are lost.");
        }
        return found.stream().allMatch(entry -> entry.endsWith(' ' + records.mxHost()))
                ? Finding.right(record, found, "As it should be.")
                : Finding.wrong(record, found, "Mail of this name goes elsewhere: leave only the record given here.");
    }

    /** The domain's own policy, or that of a domain above it (RFC 9989 walks up in the same way). */
    private Finding dmarc(DnsRecord record, String domain) throws NoAnswer {
        for (var name = domain; name.indexOf('.') > 0; name = name.substring(name.indexOf('.') + 1)) {
            var found = dns.txt("_dmarc." + name).stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(DMARC_VERSION))
                    .toList();
            if (found.size() > 1) {
                return Finding.wrong(
                        record,
                        found,
                        "There are several DMARC records, and receivers then take none: make one of them.");
            }
            if (found.size() == 1) {
                var tags = tags(found.getFirst());
                return "s".equalsIgnoreCase(tags.getOrDefault("aspf", "r"))
                        ? Finding.wrong(
                                record,
                                found,
                                "aspf=s does not accept the sub-domain that bounces go to: leave it out, or write aspf=r.")
                        : Finding.right(
                                record,
                                found,
                                "The policy of %s covers it: p=%s.".formatted(name, tags.getOrDefault("p", "none")));
            }
        }
        return Finding.wrong(
                record, List.of(), "There is no DMARC record yet: publish this one, or a stricter one of your own.");
    }

    private static Map<String, String> tags(String value) {
        var tags = new HashMap<String, String>();
        for (var tag : value.split(";")) {
            var sign = tag.indexOf('=');
            if (sign > 0) {
                tags.put(
                        tag.substring(0, sign).strip().toLowerCase(Locale.ROOT),
                        tag.substring(sign + 1).strip());
            }
        }
        return tags;
    }
}
