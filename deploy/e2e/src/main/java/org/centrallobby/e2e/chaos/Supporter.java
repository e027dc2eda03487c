package org.centrallobby.e2e.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A supporter with an e-mail address of their own, and the account they could give of their letter. As the widget does, they
 * try a call again that had no answer, with the same key; the impatient among them close the page instead.
 */
final class Supporter {
    /** What the address of each begins with. */
    static final String MAILBOX = "chaos-";

    private static final String NAME = "Alex Writer";
    private static final String DOMAIN = "@constituent.example";
    private static final String STREET = "Sycamore Street";

    /** What nothing but their letters may contain. */
    static final List<String> TRACES = Stream.concat(
                    Stream.of(NAME, DOMAIN, STREET),
                    Stage.POSTCODES.stream()
                            .flatMap(postcode -> Stream.of(postcode, postcode.replace(" ", ""), encoded(postcode))))
            .toList();

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final int number;
    private final Stage stage;
    private final Stage.Campaign campaign;
    private final String postcode;
    private final boolean patient;
    private final boolean confirms;
    private final boolean scanned;
    private volatile @Nullable UUID letter;
    private volatile boolean wrote;
    private volatile boolean clicked;
    private volatile boolean confirmed;
    private volatile boolean finished;
    private volatile @Nullable String refusal;

    Supporter(int number, long seed, Stage stage, Stage.Campaign campaign) {
        var random = new Random(seed * 31 + number);
        this.number = number;
        this.stage = stage;
        this.campaign = campaign;
        this.postcode = Stage.POSTCODES.get(random.nextInt(Stage.POSTCODES.size()));
        this.patient = random.nextInt(100) < 90;
        this.confirms = random.nextInt(100) < 92;
        this.scanned = random.nextInt(100) < 10;
    }

    /** Takes part from the first page to the confirmation; ends early where they give up or the run is over. */
    void takePart() {
        try {
            if (!foundMember() || !handedIn()) {
                return;
            }
            var token = stage.sink().token(number).get();
            if (scanned) {
                Web.get(stage.letterUrl() + "/confirm/" + token);
            }
            if (confirms) {
                confirm(token);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        finished = true;
    }

    private boolean foundMember() {
        var url = "%s/v1/public/campaigns/%s/mp?postcode=%s"
                .formatted(stage.letterUrl(), campaign.slug(), URLEncoder.encode(postcode, StandardCharsets.UTF_8));
        return answered(() -> Web.get(url)) != null;
    }

    private static String encoded(String postcode) {
        return URLEncoder.encode(postcode, StandardCharsets.UTF_8);
    }

    private boolean handedIn() {
        wrote = true;
        var url = "%s/v1/public/campaigns/%s/letters".formatted(stage.letterUrl(), campaign.slug());
        var key = Map.of("Idempotency-Key", "\"chaos-%d\"".formatted(number));
        var body = letter();
        var answer = answered(() -> Web.post(url, body, key));
        if (answer != null) {
            letter = UUID.fromString(answer.body().path("id").asText());
        }
        return answer != null;
    }

    private void confirm(String token) {
        clicked = true;
        var body = Web.JSON.createObjectNode().put("token", token);
        confirmed = answered(() -> Web.post(stage.letterUrl() + "/v1/public/confirmations", body, Map.of())) != null;
    }

    /** The answer that it was done; null where they were refused or gave up. */
    private Web.@Nullable Answer answered(Supplier<Web.Answer> call) {
        var wait = FIRST_WAIT;
        while (!Thread.currentThread().isInterrupted()) {
            var answer = call.get();
            if (answer.status() / 100 == 2) {
                return answer;
            }
            if (!answer.isForNow()) {
                refusal = answer.problem();
                finished = true;
                return null;
            }
            if (!patient) {
                finished = true;
                return null;
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return null;
    }

    private ObjectNode letter() {
        return Web.JSON
                .createObjectNode()
                .put("postcode", postcode)
                .put("name", NAME)
                .put("email", MAILBOX + number + DOMAIN)
                .put("address", number + " " + STREET + "\nTown")
                .put("subject", "The cameras in our town hall")
                .put(
                        "body",
                        "I ask you to support the amendment.\n\nMy own line is %s."
                                .formatted(
                                        UUID.nameUUIDFromBytes(("line " + number).getBytes(StandardCharsets.UTF_8))));
    }

    boolean isFinished() {
        return finished;
    }

    Books.Account account() {
        return new Books.Account(number, wrote, letter, clicked, confirmed, refusal);
    }

    @Override
    public String toString() {
        return "Supporter[%d]".formatted(number);
    }
}
