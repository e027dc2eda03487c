package org.centrallobby.letter.alarm;

import java.time.Instant;
import java.util.UUID;

/**
 * That an alarm was raised. Fired as a CDI event inside the transaction that keeps the alarm.
 *
 * @param subject the keyed hash of a network, a domain, or a constituency's code; empty for letters that are alike
 * @param letters how many letters have it in common
 * @param of of how many
 */
public record AlarmRaised(
        UUID alarm, UUID campaign, AlarmKind kind, String subject, long letters, long of, Instant at) {}
