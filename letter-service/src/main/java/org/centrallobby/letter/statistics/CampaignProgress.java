package org.centrallobby.letter.statistics;

import java.util.List;

/** How far a campaign has come, with only confirmed letters counted. */
record CampaignProgress(long confirmed, long goal, List<ConstituencyCount> constituencies) {}
