package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.privacy.Holding;
import org.centrallobby.letter.privacy.PersonalData;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** Puts together all that is held on somebody. Who share a mailbox under two names are two people, and are not merged. */
@ApplicationScoped
class SubjectAccess {
    private final PersonalData data;
    private final AuditLog audit;
    private final InstantSource clock;

    SubjectAccess(PersonalData data, AuditLog audit, InstantSource clock) {
        this.data = data;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    SubjectDocument of(Subject subject) {
        var held = data.tell(subject);
        var people = people(held);
        var things = held.stream()
                .flatMap(holding -> Stream.of(holding.id(), holding.campaign()))
                .filter(Objects::nonNull)
                .collect(Collectors.<UUID>toSet());
        var done = audit.about(subject.tenant(), things);
        audit.record(AuditAction.SUBJECT_ACCESS, null, people.size());
        var nobodys = held.stream().filter(SubjectAccess::isNobodys).toList();
        return new SubjectDocument(clock.instant(), subject.tenant().mode(), people, byPlace(nobodys), done);
    }

    private static List<SubjectDocument.KnownPerson> people(List<Holding> held) {
        var names = new HashMap<String, String>();
        for (var holding : held) {
            if (holding.person() != null && holding.name() != null) {
                names.put(holding.person(), holding.name());
            }
        }
        var byPerson = new LinkedHashMap<String, List<Holding>>();
        for (var holding : held) {
            if (!isNobodys(holding)) {
                var name = name(holding, names);
                var who = name == null ? String.valueOf(holding.person()) : Person.folded(name);
                byPerson.computeIfAbsent(who, person -> new ArrayList<>()).add(holding);
            }
        }
        return byPerson.values().stream()
                .map(holdings -> new SubjectDocument.KnownPerson(name(holdings.getFirst(), names), byPlace(holdings)))
                .toList();
    }

    private static Map<String, List<SubjectDocument.Entry>> byPlace(List<Holding> holdings) {
        return holdings.stream()
                .collect(Collectors.groupingBy(
                        Holding::place,
                        TreeMap::new,
                        Collectors.mapping(SubjectDocument.Entry::of, Collectors.toList())));
    }

    /** Whether only the mailbox is known. */
    private static boolean isNobodys(Holding holding) {
        return holding.person() == null && holding.name() == null;
    }

    /** A mail has no name, only the hash of one that stands under a letter. */
    private static @Nullable String name(Holding holding, Map<String, String> names) {
        return holding.name() != null || holding.person() == null ? holding.name() : names.get(holding.person());
    }
}
