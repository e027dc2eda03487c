package org.centrallobby.mail.pacing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/**
 * Shares what can be sent: among organisations evenly, and within each among its campaigns. Clocks count what each got;
 * whoever's is behind is next (start-time fair queueing). Who comes anew begins where the one furthest behind is: nobody
 * saves up for later.
 */
class FairShare {
    private final List<Contender> contenders;
    private final Map<UUID, Double> organisationClocks = new HashMap<>();
    private final Map<UUID, Double> campaignClocks = new HashMap<>();

    /** A campaign of which something may go, with the clocks as they stand. */
    record Contender(UUID campaign, UUID organisation, double organisationClock, double campaignClock) {}

    FairShare(List<Contender> contenders) {
        this.contenders = contenders;
        for (var contender : contenders) {
            organisationClocks.put(contender.organisation(), contender.organisationClock());
            campaignClocks.put(contender.campaign(), contender.campaignClock());
        }
    }

    /** How many mails each of these campaigns may give, so many in all, if all of them have enough; those with none are left out. */
    Map<UUID, Integer> allot(int mails, Set<UUID> campaigns) {
        var organisations = new HashMap<UUID, Queue>();
        for (var contender : contenders) {
            if (campaigns.contains(contender.campaign())) {
                organisations
                        .computeIfAbsent(contender.organisation(), id -> new Queue(organisationClock(id)))
                        .add(contender.campaign(), campaignClock(contender));
            }
        }
        var next = new PriorityQueue<>(Comparator.comparingDouble(Queue::clock));
        next.addAll(organisations.values());
        var allotted = new LinkedHashMap<UUID, Integer>();
        for (var mail = 0; mail < mails && !next.isEmpty(); mail++) {
            var organisation = next.remove();
            allotted.merge(organisation.take(), 1, Integer::sum);
            next.add(organisation);
        }
        return allotted;
    }

    /** Moves the clocks on by what a campaign gave. */
    void gave(UUID campaign, int mails) {
        campaignClocks.merge(campaign, (double) mails, Double::sum);
        contenders.stream()
                .filter(contender -> contender.campaign().equals(campaign))
                .forEach(contender -> organisationClocks.merge(contender.organisation(), (double) mails, Double::sum));
    }

    List<Contender> contenders() {
        return contenders;
    }

    List<UUID> organisations() {
        return List.copyOf(organisationClocks.keySet());
    }

    double campaignClock(Contender contender) {
        return campaignClocks.getOrDefault(contender.campaign(), 0.0);
    }

    double organisationClock(UUID organisation) {
        return organisationClocks.getOrDefault(organisation, 0.0);
    }

    /** The clock of the organisation furthest behind. */
    double reached() {
        return organisationClocks.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    /** The clock of the organisation's campaign furthest behind. */
    double reachedWithin(UUID organisation) {
        return contenders.stream()
                .filter(contender -> contender.organisation().equals(organisation))
                .mapToDouble(this::campaignClock)
                .min()
                .orElse(0);
    }

    /** An organisation's campaigns, the one whose turn it is first. */
    private static final class Queue {
        private final PriorityQueue<Place> campaigns = new PriorityQueue<>(Comparator.comparingDouble(Place::clock));
        private double clock;

        private record Place(UUID campaign, double clock) {}

        Queue(double clock) {
            this.clock = clock;
        }

        void add(UUID campaign, double clock) {
            campaigns.add(new Place(campaign, clock));
        }

        UUID take() {
            var first = campaigns.remove();
            campaigns.add(new Place(first.campaign(), first.clock() + 1));
            clock++;
            return first.campaign();
        }

        double clock() {
            return clock;
        }
    }
}
