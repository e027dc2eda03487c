package org.centrallobby.letter.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.letter.LetterPreview;
import org.centrallobby.letter.letter.MpAnswer;

/** The templates in {@code resources/templates/page}, one a step. */
@CheckedTemplate(basePath = "page")
final class Pages {
    private Pages() {}

    static native TemplateInstance find(CampaignView campaign, Answers answers, Mistakes mistakes, WallView wall);

    static native TemplateInstance choose(CampaignView campaign, Answers answers, Mistakes mistakes, MpAnswer mp);

    static native TemplateInstance write(CampaignView campaign, Answers answers, Mistakes mistakes, MpAnswer mp);

    static native TemplateInstance check(
            CampaignView campaign, Answers answers, Mistakes mistakes, LetterPreview letter);

    static native TemplateInstance kept(CampaignView campaign, Answers answers, Mistakes mistakes);

    static native TemplateInstance sent(CampaignView campaign, Mistakes mistakes, String letter);

    static native TemplateInstance confirmed(CampaignView campaign);

    static native TemplateInstance confirm(WriterLetter letter, String address, CommentBox box);

    static native TemplateInstance letter(WriterLetter letter, String address, CommentBox box);

    static native TemplateInstance map(CampaignView campaign, Mistakes mistakes, MapView map);

    static native TemplateInstance comments(CampaignView campaign, Mistakes mistakes, WallView wall);

    static native TemplateInstance report(
            CampaignView campaign, Mistakes mistakes, WallView.Entry comment, List<CommentFault> faults);

    static native TemplateInstance reported(CampaignView campaign, Mistakes mistakes);

    static native TemplateInstance failure(String title, String detail);
}
