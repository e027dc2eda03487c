package org.centrallobby.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.ReceivedMail;
import org.jspecify.annotations.Nullable;

/**
 * What arrived in the mailbox, for a browser ({@code /}, {@code /mails/1}), for a script ({@code /api/mails}) and byte for
 * byte ({@code /mails/1/source}); beside it a page of somebody else's web site that embeds the widget.
 */
public final class MailboxPage implements AutoCloseable {
    /** Where the page of somebody else's site is. */
    public static final String GAZETTE = "/gazette";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault());

    private final HttpServer server;
    private final @Nullable Mailbox mailbox;
    private final String letterUrl;
    private final String slug;

    private MailboxPage(HttpServer server, @Nullable Mailbox mailbox, String letterUrl, String slug) {
        this.server = server;
        this.mailbox = mailbox;
        this.letterUrl = letterUrl;
        this.slug = slug;
    }

    public static MailboxPage start(Platform platform, String slug) {
        try {
            var address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), platform.addresses().mailboxPage());
            var server = HttpServer.create(address, 20);
            var page = new MailboxPage(
                    server, platform.mailbox(), platform.addresses().letterUrl(), slug);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", page::answer);
            server.start();
            return page;
        } catch (IOException e) {
            throw new CannotStart("The mailbox page could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "Only GET");
            } else if (path.equals("/")) {
                html(exchange, list());
            } else if (path.equals(GAZETTE)) {
                html(exchange, gazette());
            } else if (path.equals("/api/mails")) {
                send(exchange, 200, "application/json", json());
            } else {
                mail(exchange, path.split("/"));
            }
        }
    }

    private void mail(HttpExchange exchange, String[] path) throws IOException {
        var mail = path.length >= 3 && path[1].equals("mails") ? find(path[2]) : Optional.<ReceivedMail>empty();
        if (mail.isEmpty()) {
            send(exchange, 404, "text/plain", "There is nothing here");
        } else if (path.length == 4 && path[3].equals("source")) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(mail.get().bytes());
        } else {
            html(exchange, letter(mail.get()));
        }
    }

    private Optional<ReceivedMail> find(String number) {
        return mails().stream()
                .filter(mail -> Integer.toString(mail.number()).equals(number))
                .findFirst();
    }

    private List<ReceivedMail> mails() {
        return mailbox == null ? List.of() : mailbox.mails();
    }

    private String list() {
        var rows = new StringBuilder();
        for (var mail : mails().reversed()) {
            rows.append(Page.fill(
                    "mailbox-row.html",
                    "number",
                    Integer.toString(mail.number()),
                    "from",
                    shown(mail.header("From")),
                    "to",
                    mail.recipient(),
                    "subject",
                    mail.subject(),
                    "time",
                    TIME.format(mail.receivedAt())));
        }
        var nothing = mailbox == null
                ? "Mail is delivered to the relay that --smtp names, not here."
                : "Nothing has arrived yet. Take part in the campaign, and the mail that asks you to confirm your letter comes here.";
        return Page.layout(
                "Mailbox",
                rows.isEmpty() ? "<p class=\"empty\">" + nothing + "</p>" : "<ol class=\"mails\">" + rows + "</ol>");
    }

    private static String letter(ReceivedMail mail) {
        return Page.layout(
                mail.subject(),
                Page.fill(
                        "mailbox-mail.html",
                        "number",
                        Integer.toString(mail.number()),
                        "subject",
                        mail.subject(),
                        "from",
                        shown(mail.header("From")),
                        "replyTo",
                        shown(mail.header("Reply-To")),
                        "to",
                        shown(mail.header("To")),
                        "time",
                        TIME.format(mail.receivedAt()),
                        "text",
                        mail.text()));
    }

    private String gazette() {
        return Page.fill("gazette.html", "letterUrl", letterUrl, "slug", slug);
    }

    private String json() {
        var array = Api.JSON.createArrayNode();
        for (var mail : mails()) {
            array.addObject()
                    .put("number", mail.number())
                    .put("receivedAt", mail.receivedAt().toString())
                    .put("sender", mail.sender())
                    .put("recipient", mail.recipient())
                    .put("messageId", mail.header("Message-ID"))
                    .put("from", mail.header("From"))
                    .put("replyTo", mail.header("Reply-To"))
                    .put("subject", mail.subject())
                    .put("text", mail.text());
        }
        return array.toString();
    }

    private static String shown(@Nullable String header) {
        return header == null ? "—" : header;
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        send(exchange, 200, "text/html", page);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
