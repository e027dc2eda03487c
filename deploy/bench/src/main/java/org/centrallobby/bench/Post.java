package org.centrallobby.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.centrallobby.testbed.ReceivedMail;
import org.centrallobby.testbed.smtp.TakenMail;
import org.jspecify.annotations.Nullable;

/** Reads the mails of a run as they arrive: who was asked to confirm, and whose letter has reached their MP. */
final class Post {
    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");
    private static final Pattern REPLY_TO = Pattern.compile(
            "^Reply-To:[^\\r\\n]*(?:\\r\\n[ \\t][^\\r\\n]*)*?<?(supporter\\d+@example\\.org)", Pattern.MULTILINE);

    /** By the supporter's number, the moment by {@link System#nanoTime()}. */
    private final Map<Long, Long> asked = new ConcurrentHashMap<>();

    private final Map<Long, Long> letters = new ConcurrentHashMap<>();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong unread = new AtomicLong();
    private volatile @Nullable BiConsumer<Long, String> confirming;

    /** From now on hands over each supporter's number and the token of their link. */
    void whenAsked(BiConsumer<Long, String> confirm) {
        confirming = confirm;
    }

    /** Takes a mail; called by many connections at once. */
    void take(TakenMail mail) {
        if (mail.recipient().startsWith("supporter")) {
            toSupporter(mail);
        } else {
            toMember(mail);
        }
    }

    private void toSupporter(TakenMail mail) {
        var text = new ReceivedMail(0, Instant.EPOCH, mail.sender(), mail.recipient(), mail.bytes()).text();
        var link = LINK.matcher(text);
        if (!link.find()) {
            // The copy of the letter that was sent.
            return;
        }
        var number = Supporter.numberOf(mail.recipient());
        asked.putIfAbsent(number, mail.taken());
        var confirm = confirming;
        if (confirm != null) {
            confirm.accept(number, link.group(1));
        }
    }

    private void toMember(TakenMail mail) {
        var writer = REPLY_TO.matcher(new String(mail.bytes(), StandardCharsets.ISO_8859_1));
        if (!writer.find()) {
            unread.incrementAndGet();
        } else if (letters.putIfAbsent(Supporter.numberOf(writer.group(1)), mail.taken()) != null) {
            doubled.incrementAndGet();
        }
    }

    /** When the supporter was asked to confirm; null where they have not been yet. */
    @Nullable Long asked(long supporter) {
        return asked.get(supporter);
    }

    /** When the supporter's letter reached the MP; null where it has not yet. */
    @Nullable Long arrived(long supporter) {
        return letters.get(supporter);
    }

    int confirmationMails() {
        return asked.size();
    }

    int letters() {
        return letters.size();
    }

    /** Letters that came once more. */
    long doubled() {
        return doubled.get();
    }

    /** Letters that do not say whose they are. */
    long unread() {
        return unread.get();
    }

    /** Waits until nothing has come for that long. */
    void awaitQuiet(Duration silence, Duration most) {
        var end = System.nanoTime() + most.toNanos();
        var last = -1;
        var since = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - since < silence.toNanos()) {
            LetterStage.pause(Duration.ofMillis(100));
            var now = confirmationMails() + letters();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
        }
    }
}
