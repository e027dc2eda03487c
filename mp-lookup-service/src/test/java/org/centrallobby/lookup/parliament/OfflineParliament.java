package org.centrallobby.lookup.parliament;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.centrallobby.lookup.fetch.FixedFetchConfig;
import org.centrallobby.lookup.fetch.PoliteClient;

/** Reads saved answers, and can ask nobody. */
public final class OfflineParliament {
    private OfflineParliament() {}

    public static ParliamentSeats seats() {
        return new ParliamentSeats(
                new FixedParliamentConfig(URI.create("https://members.example"), Optional.empty()),
                new PoliteClient(FixedFetchConfig.QUICK, InstantSource.system()),
                new RememberedContacts(),
                InstantSource.system());
    }
}
