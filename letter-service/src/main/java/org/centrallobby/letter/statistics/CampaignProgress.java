package org.centrallobby.letter.statistics;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a campaign has come. A letter counts once its writer has confirmed it or sent it themselves, and no longer if it was
 * taken back or could not be sent.
 *
 * @param confirmed all that count
 * @param ownMailbox those of them that their writers have sent from their own mailboxes
 */
@Schema(example = """
        {"confirmed": 12, "ownMailbox": 2, "goal": 500, "constituencies": [{"code": "E14001167", "name": "Chingford and Woodford Green", \
        "confirmed": 12}]}\
        """)
record CampaignProgress(long confirmed, long ownMailbox, long goal, List<ConstituencyCount> constituencies) {}
