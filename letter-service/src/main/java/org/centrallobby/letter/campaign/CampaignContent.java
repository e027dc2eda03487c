package org.centrallobby.letter.campaign;

import org.centrallobby.letter.message.LetterTemplate;
import org.jspecify.annotations.Nullable;

/** Everything an organisation decides about a campaign, complete and checked. */
record CampaignContent(
        String slug,
        String title,
        String language,
        String introduction,
        LetterTemplate template,
        @Nullable String consentWording,
        @Nullable String shareText,
        int goal,
        WhenSeatVacant whenSeatVacant) {}
