package org.centrallobby.letter.embed;

import java.util.List;
import java.util.stream.Stream;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a page for frames shows.
 *
 * @param title in the language of the page
 * @param language of the page, {@code en} or {@code cy}
 * @param theme of the widget, {@code light}, {@code dark} or {@code auto}
 * @param link the campaign's own page, for readers whose browser runs no script
 * @param embedders the origins that may frame the page and hear from it, the platform's own first
 */
record FramedCampaign(String slug, String title, String language, String theme, String link, List<String> embedders) {

    /** What of the address is no language or theme is passed over: nobody should see an empty frame for a typing error. */
    static FramedCampaign of(
            Campaign campaign,
            PublicAddress address,
            List<String> allowedOrigins,
            @Nullable String lang,
            @Nullable String theme,
            Arrival arrival) {
        var language = lang != null && lang.matches("en|cy") ? lang : campaign.language();
        return new FramedCampaign(
                campaign.slug(),
                campaign.titleIn(language),
                language,
                theme != null && theme.matches("dark|auto") ? theme : "light",
                arrival.at(address.campaign(campaign.slug())),
                Stream.concat(Stream.of(address.origin()), allowedOrigins.stream())
                        .distinct()
                        .toList());
    }

    /** As a page's attribute and a policy have them. */
    public String embeddersListed() {
        return String.join(" ", embedders);
    }
}
