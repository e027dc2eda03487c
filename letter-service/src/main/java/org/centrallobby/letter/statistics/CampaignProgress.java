package org.centrallobby.letter.statistics;

import java.util.List;

/** How far a campaign has come. A letter counts once its writer has confirmed it,, and no longer if it was taken back or could not be sent. */
record CampaignProgress(long confirmed, long goal, List<ConstituencyCount> constituencies) {}
