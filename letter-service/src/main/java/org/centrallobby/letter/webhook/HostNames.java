package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What the machine's resolver knows of a name. */
@ApplicationScoped
class HostNames {
    /** Every address of the host, at least one. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
