package org.centrallobby.letter.webhook;

import java.util.Map;

/** One attempt's request. */
record Message(EndpointUrl url, Map<String, String> headers, String body) {
    @Override
    public String toString() {
        return "Message[%s]".formatted(url.host());
    }
}
