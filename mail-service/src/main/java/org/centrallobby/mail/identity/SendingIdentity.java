package org.centrallobby.mail.identity;

import java.util.List;

/**
 * As whom a mail is sent: the domain in From, the one its bounces go to, and the keys that sign it. All of them are of one
 * organisational domain, so that DMARC finds both SPF and DKIM aligned.
 *
 * @param local stands before the sign where no writer's name does
 */
public record SendingIdentity(String local, String domain, String bounceDomain, List<DkimKey> keys) {
    @SuppressWarnings("UnusedVariable")
    public SendingIdentity {
        keys = List.copyOf(keys);
    }
}
