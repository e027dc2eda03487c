package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.centrallobby.mail.bounce.Corpus.Expected;
import org.centrallobby.mail.bounce.Corpus.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How real mail is understood. */
class CorpusTest {
    /** The rows of some mails, and what became of them. */
    private static final class Score {
        private final Map<String, Map<String, Integer>> table = new TreeMap<>();
        private int rows;
        private int hardOrSoft;
        private int recipients;
        private int reasons;
    }

    @Test
    void hardAndSoftAreToldApartAndTheRecipientsAreFound() {
        var samples = Corpus.bounces().stream()
                .filter(sample -> !sample.expected().isEmpty())
                .toList();
        print(
                "The half that the rules were made from",
                score(samples.stream().filter(one -> !one.isHeldOut()).toList()));
        print("The other half", score(samples.stream().filter(Sample::isHeldOut).toList()));

        var all = score(samples);

        print("All", all);
        assertThat(all.hardOrSoft).isGreaterThanOrEqualTo(all.rows * 97 / 100);
        assertThat(all.recipients).isGreaterThanOrEqualTo(all.rows * 98 / 100);
    }

    @Test
    void neitherADelayNorAnAnswerNorAComplaintEverCountsAsHard() {
        var harmless = List.of("vacation", "feedback", "delivered");
        for (var sample : Corpus.bounces()) {
            var understood = Classifier.classify(sample.bytes());
            if (sample.expected().stream().anyMatch(row -> harmless.contains(row.reason()))
                    || Pattern.compile("(?im)^action: *delayed|^subject:.*\\bdelay")
                            .matcher(text(sample.bytes()))
                            .find()) {
                assertThat(understood.mailClass()).as(sample.name()).isNotIn(MailClass.HARD, MailClass.SOFT);
            }
            if (sample.name().startsWith("is-not-bounce")) {
                assertThat(understood.mailClass()).as(sample.name()).isIn(MailClass.UNKNOWN, MailClass.REPLY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void noMailHoweverBrokenEndsInAnException(int seed) {
        var random = new Random(seed);
        for (var file : Corpus.everything()) {
            var bytes = Corpus.bytes(file);
            if (bytes.length < 500_000) {
                assertThat(Classifier.classify(bytes)).isNotNull();
                assertThat(Classifier.classify(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))))
                        .isNotNull();
                assertThat(Classifier.classify(garbled(bytes, random))).isNotNull();
            }
        }
    }

    /** The words of real providers, what they refuse for now is never hard. */
    @Test
    void theWordsOfLargeProvidersAreUnderstood() throws java.io.IOException {
        var responses = Corpus.folder().resolve("kumomta-data/examples/smart-sink-docker/policy/responses.toml");
        var rows = Pattern.compile("\\[\\[(bounce|defer)\\.[^\\n]*\\ncode=(\\d+)\\nmsg=\"([^\\n]*)\"")
                .matcher(Files.readString(responses).replace("\r", ""))
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            var words = row.group(2) + ' ' + row.group(3).replace("\\r\\n", " ");
            var report = Letters.report("x@lobby.example", "ann@example.org", "failed", "5.0.0", words, "");
            var got = Classifier.classify(report).mailClass();
            var unknown = Pattern.compile(
                            "(?i)does not exist|not found|no such user|moved with no|not a valid|no longer valid|have a .{0,20}account|lookup failed|mailbox unavailable")
                    .matcher(words)
                    .find();
            if (got == MailClass.HARD != (unknown && row.group(2).startsWith("5"))) {
                wrong.add(got + ": " + words);
            }
        }
        assertThat(wrong).as("of %d", rows.size()).isEmpty();
    }

    private static byte[] garbled(byte[] bytes, Random random) {
        var garbled = bytes.clone();
        for (var hit = 0; hit < bytes.length / 50; hit++) {
            garbled[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return garbled;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Score score(List<Sample> samples) {
        var score = new Score();
        for (var sample : samples) {
            var understood = Classifier.classify(sample.bytes());
            var found = understood.recipients().size();
            var isAnswer = understood.mailClass() == MailClass.AUTO_REPLY;
            for (var index = 0; index < sample.expected().size(); index++) {
                var row = sample.expected().get(index);
                var recipient = index < found ? understood.recipients().get(index) : null;
                score.rows++;
                score.recipients += isAnswer
                                || recipient != null
                                        && found <= sample.expected().size()
                        ? 1
                        : 0;
                add(score, sample, row, recipient == null ? understood.mailClass() : recipient.mailClass(), recipient);
            }
        }
        return score;
    }

    private static void add(
            Score score,
            Sample sample,
            Expected row,
            MailClass got,
            @org.jspecify.annotations.Nullable ReturnedRecipient recipient) {
        var right = row.isHard() == (got == MailClass.HARD);
        score.hardOrSoft += right ? 1 : 0;
        score.reasons += recipient != null
                        && recipient.reason() != null
                        && recipient.reason().word().equals(row.reason())
                ? 1
                : 0;
        score.table.computeIfAbsent(row.reason(), any -> new TreeMap<>()).merge(got.word(), 1, Integer::sum);
        if (!right && System.getProperty("corpus.detail") != null) {
            System.out.printf("BAD %s %s %s%n", sample.name(), row, recipient);
        }
    }

    private static void print(String title, Score score) {
        System.out.printf(
                "%s: %d rows, hard or soft right %d (%.1f %%), recipient %d (%.1f %%), the very reason %d%n",
                title,
                score.rows,
                score.hardOrSoft,
                100.0 * score.hardOrSoft / score.rows,
                score.recipients,
                100.0 * score.recipients / score.rows,
                score.reasons);
        score.table.forEach((reason, classes) -> System.out.printf("    %-18s %s%n", reason, classes));
    }
}
