package org.centrallobby.letter.organisation;

import java.util.List;

/** Everything an organisation says about itself, complete and checked. */
record OrganisationProfile(
        String name,
        LegalType legalType,
        String replyContact,
        String imprint,
        String privacyUrl,
        SendingIdentity sendingIdentity,
        List<String> allowedOrigins,
        List<String> languages) {}
