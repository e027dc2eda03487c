package org.centrallobby.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.centrallobby.testbed.Mailbox;

/**
 * Many supporters within a short time, before ahead-of-time caches are recorded: what the JVM compiled here it compiles at once
 * where the cache is used, so that a broadcast meets services that are nearly as quick as they will be.
 */
final class Rehearsal {
    /** Everybody comes from one address. */
    static final Map<String, String> SETTINGS = Map.of(
            "LIMITS_ADDRESS_FREE", "1000000",
            "LIMITS_ADDRESS_MOST", "1000000",
            "LIMITS_NETWORK_FREE", "1000000",
            "LIMITS_NETWORK_MOST", "1000000",
            "LIMITS_MEMBER_FREE", "1000000",
            "LIMITS_REQUESTS", "1000000");

    private static final int A_SECOND = 20;
    private static final Duration LAST_MAILS = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Api letters;
    private final Mailbox mailbox;
    private final String campaign;
    private final int supporters;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger confirmed = new AtomicInteger();
    private int read;

    Rehearsal(Platform platform, Mailbox mailbox, Demo demo, int supporters) {
        this.letters = Api.open(platform.addresses().letterUrl());
        this.mailbox = mailbox;
        this.campaign = "/v1/public/campaigns/" + demo.slug();
        this.supporters = supporters;
        // Those of whoever took part before are nobody's here.
        this.read = mailbox.mails().size();
    }

    /** @throws Check.Failed where many could not take part */
    void run() {
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var number = 0; number < supporters; number++) {
                var supporter = number;
                hands.execute(() -> takePart(supporter));
                pause(Duration.ofSeconds(1).dividedBy(A_SECOND));
                if (number % A_SECOND == 0) {
                    hands.execute(this::followLinks);
                }
            }
            for (var wait = LAST_MAILS; confirmed.get() < supporters && wait.isPositive(); wait = wait.minus(LOOK)) {
                pause(LOOK);
                hands.execute(this::followLinks);
            }
        }
        if (confirmed.get() < 0.9 * supporters) {
            throw new Check.Failed("of %,d supporters of the rehearsal %,d could write and %,d confirm"
                    .formatted(supporters, written.get(), confirmed.get()));
        }
    }

    private void takePart(int number) {
        var postcode = Check.POSTCODES.get(number % Check.POSTCODES.size());
        letters.exchange("GET", campaign, null);
        letters.exchange("GET", campaign + "/progress", null);
        letters.exchange("GET", "%s/mp?postcode=%s".formatted(campaign, postcode.replace(" ", "%20")), null);
        var letter = Api.JSON
                .createObjectNode()
                .put("postcode", postcode)
                .put("name", "Supporter " + number)
                .put("address", number + " Check Street\nChecktown")
                .put("email", "supporter-%d@constituent.example".formatted(number));
        var preview = letters.exchange("POST", campaign + "/preview", letter);
        if (preview.isSuccess()
                && letters.exchange("POST", campaign + "/letters", own(letter, preview, number))
                        .isSuccess()) {
            written.incrementAndGet();
        }
    }

    private static ObjectNode own(ObjectNode letter, Api.Answer preview, int number) {
        return letter.put("subject", preview.body().get("subject").asText())
                .put(
                        "body",
                        preview.body().get("body").asText() + "\n\nThis line is my own, number %d.".formatted(number));
    }

    private synchronized void followLinks() {
        var mails = mailbox.mails();
        mails.subList(read, mails.size()).forEach(mail -> {
            var link = Check.TOKEN.matcher(mail.text());
            if (link.find()
                    && letters.exchange(
                                    "POST",
                                    "/v1/public/confirmations",
                                    Api.JSON.createObjectNode().put("token", link.group(1)))
                            .isSuccess()) {
                confirmed.incrementAndGet();
            }
        });
        read = mails.size();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }
}
