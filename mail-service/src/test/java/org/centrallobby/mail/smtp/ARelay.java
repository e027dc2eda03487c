package org.centrallobby.mail.smtp;

import java.nio.file.Path;
import java.util.Optional;

/** A relay of a test. */
record ARelay(
        String host,
        int port,
        Optional<String> user,
        Optional<String> password,
        Tls tls,
        Optional<Path> caFile,
        int weight,
        int connections,
        int hourlyCeiling)
        implements RelayConfig {}
