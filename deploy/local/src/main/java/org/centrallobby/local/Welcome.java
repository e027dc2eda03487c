package org.centrallobby.local;

/** What a person reads once everything is ready. */
final class Welcome {
    private static final String SAMPLE =
            "Postcodes to try: E4 8ND, SW1A 0AA, EH99 1SP, CF10 3NQ; E17 4AH lies in two constituencies, JE1 1DD in Jersey.\n";

    private Welcome() {}

    static String text(Platform platform, Demo demo) {
        var addresses = platform.addresses();
        var relay = platform.settings().relay();
        return """

                Central Lobby is ready.

                  Take part       %s/c/%s
                  On a site       %s%s  (somebody else's page, with the widget)
                  Mailbox         %s
                  API             %s/q/swagger-ui
                                  %s/q/swagger-ui
                                  %s/q/swagger-ui
                  API key         %s
                                  (of the demo organisation; the operator's is in %s)
                  Logs            %s

                %s
                Ctrl-C stops everything.
                """.formatted(
                        addresses.letterUrl(),
                        demo.slug(),
                        addresses.mailboxUrl(),
                        MailboxPage.GAZETTE,
                        relay == null ? addresses.mailboxUrl() : mailOver(relay),
                        addresses.letterUrl(),
                        addresses.lookupUrl(),
                        addresses.mailUrl(),
                        demo.organisationKey(),
                        platform.settings().data().resolve("operator.key"),
                        platform.settings().data().resolve("logs"),
                        platform.settings().postcodes() == null ? SAMPLE : "");
    }

    private static String mailOver(Settings.Relay relay) {
        var server = "%s:%d".formatted(relay.host(), relay.port());
        return relay.allowedRecipients().isEmpty()
                ? "none, and no mail goes to %s before --allow-recipients says who may get some".formatted(server)
                : "none; mail to %s goes to %s".formatted(String.join(", ", relay.allowedRecipients()), server);
    }
}
