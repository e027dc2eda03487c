package org.centrallobby.letter.webhook;

import java.util.List;
import java.util.UUID;

/**
 * What an endpoint is told, and where.
 *
 * @param events empty for all
 * @param campaigns empty for all
 */
record Subscription(String url, String description, List<EventType> events, List<UUID> campaigns) {}
