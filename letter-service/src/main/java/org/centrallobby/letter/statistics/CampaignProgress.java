package org.centrallobby.letter.statistics;

import java.util.List;
import org.centrallobby.letter.lookup.Constituency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a campaign has come. A letter counts once its writer has confirmed it or sent it themselves, and no longer if it was
 * taken back or could not be sent.
 *
 * @param confirmed all that count
 * @param ownMailbox those of them that their writers have sent from their own mailboxes
 * @param seats how many constituencies the campaign writes to
 * @param heard how many of them had a letter
 * @param near up to five constituencies without a letter, nearest on the map to the one that was asked for; empty where none was
 */
@Schema(example = """
        {"confirmed": 12, "ownMailbox": 2, "goal": 500, "seats": 632, "heard": 1, "constituencies": [{"code": "E14001167", \
        "name": "Chingford and Woodford Green", "confirmed": 12}], "near": [{"code": "E14001563", "name": "Walthamstow", \
        "nameCy": null}]}\
        """)
record CampaignProgress(
        long confirmed,
        long ownMailbox,
        long goal,
        int seats,
        int heard,
        List<ConstituencyCount> constituencies,
        List<Constituency> near) {}
