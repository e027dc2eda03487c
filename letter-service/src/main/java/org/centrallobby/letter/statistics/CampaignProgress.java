package org.centrallobby.letter.statistics;

import java.util.List;
import org.centrallobby.letter.lookup.Constituency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a campaign has come. A letter counts once its writer has confirmed it, and no longer if it was taken back or could not be sent.
 *
 * @param seats how many constituencies the campaign writes to
 * @param heard how many of them had a letter
 * @param near up to five constituencies without a letter, nearest on the map to the one that was asked for; empty where none was
 */
@Schema(example = """
        {"confirmed": 12, "goal": 500, "seats": 632, "heard": 1, "constituencies": [{"code": "E14001167", "name": \
        "Chingford and Woodford Green", "confirmed": 12}], "near": [{"code": "E14001563", "name": "Walthamstow", "nameCy": null}]}\
        """)
record CampaignProgress(
        long confirmed,
        long goal,
        int seats,
        int heard,
        List<ConstituencyCount> constituencies,
        List<Constituency> near) {}
