package org.centrallobby.mail.identity;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The service under test asks the tests' name server, whose port is known only when it runs. */
@Mock
@ApplicationScoped
class NameServersOfTheTests extends NameServers {
    NameServersOfTheTests() {
        super(new Identities.Configured(
                Identities.SECRET,
                List.of(),
                Optional.of(NameServerOfATest.shared().address())));
    }
}
