package org.centrallobby.letter.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates in {@code resources/templates/embed}. */
@CheckedTemplate(basePath = "embed")
final class FramePages {
    private FramePages() {}

    static native TemplateInstance frame(FramedCampaign campaign);

    static native TemplateInstance missing();
}
