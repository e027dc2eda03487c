package org.centrallobby.letter.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.MpAnswer;
import org.jspecify.annotations.Nullable;

/** The templates in {@code resources/templates/page}, one a step; their words are in {@code resources/words}. */
@CheckedTemplate(basePath = "page")
final class Pages {
    private Pages() {}

    static native TemplateInstance find(
            Language language, CampaignView campaign, Answers answers, Mistakes mistakes, WallView wall);

    static native TemplateInstance choose(
            Language language, CampaignView campaign, Answers answers, Mistakes mistakes, MpAnswer mp);

    static native TemplateInstance stop(
            Language language, CampaignView campaign, Answers answers, Mistakes mistakes, DeadEnd end);

    static native TemplateInstance write(
            Language language, CampaignView campaign, Answers answers, Mistakes mistakes, WritingView writing);

    static native TemplateInstance check(
            Language language, CampaignView campaign, Answers answers, Mistakes mistakes, CheckView letter);

    static native TemplateInstance kept(Language language, CampaignView campaign, Answers answers, Mistakes mistakes);

    /**
     * @param letter the letter's id; empty where it is not known
     * @param share the code of the writer's personal link; empty where there is none
     */
    static native TemplateInstance sent(
            Language language, CampaignView campaign, Mistakes mistakes, String letter, String share);

    /** @param share the code of the writer's personal link; empty where there is none */
    static native TemplateInstance mailbox(
            Language language,
            CampaignView campaign,
            Answers answers,
            Mistakes mistakes,
            MailboxView mailbox,
            String share);

    /** @param friends how many have written over the writer's personal link, said; empty where none have */
    static native TemplateInstance confirmed(
            Language language, CampaignView campaign, Mistakes mistakes, Thanks thanks, String friends);

    /** @param campaign to pass on; null where it takes no more letters */
    static native TemplateInstance confirm(
            Language language, WriterLetter letter, String address, CommentBox box, @Nullable CampaignView campaign);

    /** @param campaign to pass on; null where it takes no more letters */
    static native TemplateInstance letter(
            Language language, WriterLetter letter, String address, CommentBox box, @Nullable CampaignView campaign);

    static native TemplateInstance map(Language language, CampaignView campaign, Mistakes mistakes, MapView map);

    static native TemplateInstance comments(Language language, CampaignView campaign, Mistakes mistakes, WallView wall);

    static native TemplateInstance report(
            Language language,
            CampaignView campaign,
            Mistakes mistakes,
            WallView.Entry comment,
            List<CommentFault> faults);

    static native TemplateInstance reported(Language language, CampaignView campaign, Mistakes mistakes);

    static native TemplateInstance failure(Language language, String title, String detail);
}
