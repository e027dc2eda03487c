package org.centrallobby.letter.webhook;

import java.util.UUID;
import org.centrallobby.letter.alarm.AlarmKind;
import org.centrallobby.letter.alarm.AlarmRaised;

/**
 * Too many of a campaign's newest letters have something in common.
 *
 * @param letters how many have it
 * @param of of how many
 */
record AlarmData(UUID alarm, UUID campaign, AlarmKind kind, long letters, long of) {
    static AlarmData of(AlarmRaised raised) {
        return new AlarmData(raised.alarm(), raised.campaign(), raised.kind(), raised.letters(), raised.of());
    }
}
