package org.centrallobby.letter.page;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.LetterPreview;
import org.centrallobby.letter.letter.MpAnswer;
import org.centrallobby.letter.letter.OfferedLetter;
import org.centrallobby.letter.lookup.Delivery;
import org.centrallobby.letter.message.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the step shows on which the letter is written.
 *
 * @param postcode as it is written
 * @param corrected whether another postcode was typed and this one was meant
 * @param terminated the month in which the postcode went out of use, in words; null while it is in use
 * @param seat the code of the constituency
 * @param constituency its name in the page's language
 * @param thanks whether it is a letter of thanks
 * @param byEmail whether it goes by e-mail
 * @param webForm whether the MP takes letters through a form of their own
 * @param points all that are offered, in the supporter's order; empty where the letter is of one piece
 * @param pointsHint how many to take
 * @param prompts questions that help to a line of one's own
 * @param ownLine whether such a line is needed
 * @param otherMp whether the words were written for another MP
 */
record WritingView(
        String postcode,
        boolean corrected,
        @Nullable String terminated,
        String seat,
        String constituency,
        MpAnswer.MemberAnswer member,
        boolean thanks,
        boolean byEmail,
        boolean webForm,
        List<Point> points,
        String pointsHint,
        List<String> prompts,
        boolean ownLine,
        boolean otherMp) {

    /**
     * @param focus which of its two buttons had just been pressed: {@code up}, {@code down}, or neither
     * @param first whether it can be moved up no further
     * @param last whether it can be moved down no further
     */
    record Point(String id, String title, String text, boolean taken, boolean first, boolean last, String focus) {
        /** Whether the arrow may take the focus when the page appears: the one pressed, or the other where that one is at its end. */
        public boolean focusUp() {
            return !first && (focus.equals("up") || (focus.equals("down") && last));
        }

        public boolean focusDown() {
            return !last && (focus.equals("down") || (focus.equals("up") && first));
        }
    }

    /** @param move the arrow that was pressed: {@code up:} or {@code down:} and a point's id; empty for none */
    static WritingView of(
            Language language,
            MpAnswer mp,
            MpAnswer.MemberAnswer member,
            LetterPreview preview,
            Answers answers,
            String move) {
        var offer = preview.offer();
        var seat = preview.constituency();
        return new WritingView(
                mp.postcode(),
                mp.corrected(),
                month(language, mp.terminated()),
                seat.code(),
                seat.nameIn(language.tag()),
                member,
                offer.kind() == Outcome.THANKS,
                member.delivery() == Delivery.EMAIL,
                member.delivery() == Delivery.WEB_FORM,
                points(offer, answers, move),
                hint(language, offer),
                offer.prompts(),
                offer.personalLine(),
                !answers.writtenFor().isEmpty() && !answers.writtenFor().equals(seat.code()));
    }

    private static List<Point> points(OfferedLetter offer, Answers answers, String move) {
        var taken = answers.points() == null ? offer.chosen() : answers.points();
        var offered =
                offer.points().stream().map(OfferedLetter.OfferedPoint::id).toList();
        var order = Stream.of(answers.order(), taken, offered)
                .flatMap(List::stream)
                .filter(offered::contains)
                .distinct()
                .toList();
        var colon = move.indexOf(':');
        return order.stream()
                .map(id -> {
                    var point = offer.points().get(offered.indexOf(id));
                    return new Point(
                            id,
                            point.title(),
                            point.text(),
                            taken.contains(id),
                            order.getFirst().equals(id),
                            order.getLast().equals(id),
                            id.equals(move.substring(colon + 1)) ? move.substring(0, Math.max(colon, 0)) : "");
                })
                .toList();
    }

    private static String hint(Language language, OfferedLetter offer) {
        var least = offer.leastPoints();
        var most = offer.mostPoints();
        if (least == most) {
            return language.say("write.points.exactly", "count", least);
        }
        var upTo = most < offer.points().size() ? language.say("write.points.most", "most", most) : "";
        return least == 0 ? upTo : (language.say("write.points.least", "least", least) + " " + upTo).strip();
    }

    private static @Nullable String month(Language language, @Nullable String terminated) {
        try {
            return terminated == null ? null : language.month(YearMonth.parse(terminated));
        } catch (DateTimeException e) {
            return terminated;
        }
    }

    @Override
    public String toString() {
        return "WritingView[***]";
    }
}
