package org.centrallobby.letter.webhook;

import java.util.UUID;

/** A test of an endpoint. */
record TestData(UUID webhook) {}
