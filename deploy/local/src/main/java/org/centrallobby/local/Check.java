package org.centrallobby.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Takes part in the campaign as a supporter does, over HTTP and by reading the mailbox, and says how long each step took. */
final class Check {
    /** Tried in turn: a data set of the operator's own need not hold the first. */
    static final List<String> POSTCODES =
            List.of("E4 8ND", "SW1A 0AA", "EH99 1SP", "G2 1DU", "CF10 3NQ", "B1 1BB", "LS1 1UR", "M14 4EA");

    /** The link in the mail that asks to confirm; its first group is the token. */
    static final Pattern TOKEN = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");

    private static final String EMAIL = "supporter@constituent.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api campaign;
    private final Api letters;
    private final Api mailbox;
    private final String base;
    private final Progress progress;

    Check(Platform platform, Demo demo, Progress progress) {
        this.letters = Api.open(platform.addresses().letterUrl());
        this.campaign = letters;
        this.mailbox = Api.open(platform.addresses().mailboxUrl());
        this.base = "/v1/public/campaigns/" + demo.slug();
        this.progress = progress;
    }

    /** @throws Failed naming the step that went wrong */
    void run() {
        var letter = Api.JSON.createObjectNode();
        var before = timed("count before", this::confirmed);
        var member = timed("find the MP", () -> findMember(letter));
        timed("preview the letter", () -> preview(letter, member));
        timed("submit it", () -> submit(letter));
        var token = timed("read the mail", this::readToken);
        timed("confirm by POST", () -> letters.post("/v1/public/confirmations", tokenBody(token)));
        timed("letter at the MP", () -> arrived(letter));
        timed("campaign counts it", () -> counted(before + 1));
    }

    private JsonNode findMember(ObjectNode letter) {
        return eventually(
                "no postcode of the check leads to an MP who takes e-mail",
                () -> POSTCODES.stream()
                        .map(postcode ->
                                campaign.exchange("GET", base + "/mp?postcode=" + postcode.replace(" ", "%20"), null))
                        .filter(answer -> answer.isSuccess()
                                && answer.body()
                                        .at("/seat/member/delivery")
                                        .asText()
                                        .equals("email"))
                        .map(Api.Answer::body)
                        .peek(found ->
                                letter.put("postcode", found.get("postcode").asText()))
                        .findFirst());
    }

    private JsonNode preview(ObjectNode letter, JsonNode found) {
        letter.put("name", "Check Supporter");
        letter.put("address", "1 Check Street\nChecktown");
        letter.put("email", EMAIL);
        var preview = campaign.post(base + "/preview", letter);
        var text = preview.get("text").asText();
        var member = found.at("/seat/member/name").asText();
        if (!preview.at("/member/name").asText().equals(member) || !text.contains("1 Check Street")) {
            throw new Failed("the preview is not a letter to %s with the writer's address".formatted(member));
        }
        letter.put("subject", preview.get("subject").asText());
        letter.put("body", preview.get("body").asText() + "\n\nThis line is my own.");
        return preview;
    }

    private JsonNode submit(ObjectNode letter) {
        var answer = campaign.post(base + "/letters", letter);
        if (!answer.get("status").asText().equals("awaiting-confirmation")) {
            throw new Failed("the letter is not awaiting its confirmation but " + answer.get("status"));
        }
        return answer;
    }

    private String readToken() {
        return eventually(
                "no mail with a link came",
                () -> mailsTo(EMAIL)
                        .map(mail -> TOKEN.matcher(mail.get("text").asText()))
                        .filter(java.util.regex.Matcher::find)
                        .map(matcher -> matcher.group(1))
                        .findFirst());
    }

    private JsonNode arrived(ObjectNode letter) {
        return eventually(
                "the letter did not arrive",
                () -> mails().filter(mail -> mail.get("replyTo").asText().contains(EMAIL)
                                && mail.get("text").asText().contains("This line is my own.")
                                && mail.get("text")
                                        .asText()
                                        .contains(letter.get("postcode").asText())
                                && !mail.get("recipient").asText().equals(EMAIL))
                        .findFirst());
    }

    private long counted(long expected) {
        return eventually(
                "the campaign does not count the letter",
                () -> Optional.of(confirmed()).filter(count -> count == expected));
    }

    private long confirmed() {
        return campaign.get(base + "/progress").get("confirmed").asLong();
    }

    private java.util.stream.Stream<JsonNode> mailsTo(String recipient) {
        return mails().filter(mail -> mail.get("recipient").asText().equals(recipient));
    }

    private java.util.stream.Stream<JsonNode> mails() {
        return StreamSupport.stream(mailbox.get("/api/mails").spliterator(), false);
    }

    private static ObjectNode tokenBody(String token) {
        return Api.JSON.createObjectNode().put("token", token);
    }

    private <T> T timed(String step, Supplier<T> work) {
        var result = new java.util.concurrent.atomic.AtomicReference<T>();
        try {
            progress.step(step, () -> result.set(work.get()));
        } catch (Failed | Api.Refused e) {
            throw new Failed("%s: %s".formatted(step, e.getMessage()));
        }
        return result.get();
    }

    private static <T> T eventually(String otherwise, Supplier<Optional<T>> attempt) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failed("interrupted");
            }
        }
        throw new Failed("%s within %d seconds".formatted(otherwise, PATIENCE.toSeconds()));
    }

    /** A step did not end as it must. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }
}
