package org.centrallobby.letter.statistics;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a campaign has come. A letter counts once its writer has confirmed it, and no longer if it was taken back or could not be sent. */
@Schema(example = """
        {"confirmed": 12, "goal": 500, "constituencies": [{"code": "E14001167", "name": "Chingford and Woodford Green", \
        "confirmed": 12}]}\
        """)
record CampaignProgress(long confirmed, long goal, List<ConstituencyCount> constituencies) {}
