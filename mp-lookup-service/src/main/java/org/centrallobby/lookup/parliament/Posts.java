package org.centrallobby.lookup.parliament;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.centrallobby.lookup.parliament.Answer.Item;
import org.jspecify.annotations.Nullable;

/** Who holds which post in the government and the opposition now, put together from the lists that the API gives. */
final class Posts {
    private static final TypeReference<List<@Nullable Listed>> LIST = new TypeReference<>() {};

    private final LocalDate today;
    private final Map<Integer, Set<String>> held = new HashMap<>();

    Posts(LocalDate today) {
        this.today = today;
    }

    /**
     * Adds a list. A post may stand on several.
     *
     * @return whether it is a list of posts; an empty one may be
     * @throws ParliamentFailure if it is no list
     */
    boolean add(String label, byte[] content) {
        var listed = Answer.read(label, content, LIST);
        var posts = listed.stream()
                .filter(Objects::nonNull)
                .map(Listed::value)
                .filter(Objects::nonNull)
                .filter(post -> post.postHolders() != null)
                .toList();
        posts.forEach(post -> add(label, post));
        return listed.isEmpty() || !posts.isEmpty();
    }

    /** Whether no post is held. While Parliament sits there is a government: then the lists are at fault. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    /** What a member of either House holds, as Parliament names it. */
    Collection<String> of(int member) {
        return held.getOrDefault(member, Set.of());
    }

    private void add(String label, Post post) {
        for (var holder : post.holders()) {
            var member = holder.id();
            if (post.name() != null && member != null && isNow(label, holder)) {
                held.computeIfAbsent(member, id -> new HashSet<>()).add(post.name());
            }
        }
    }

    private boolean isNow(String label, Holder holder) {
        var start = Day.of(label, holder.startDate());
        return (start == null || !start.isAfter(today)) && !Day.over(Day.of(label, holder.endDate()), today);
    }

    /** The departments on a list of them, by their numbers at Parliament. */
    static List<Integer> departments(String label, byte[] content) {
        return Answer.read(label, content, new TypeReference<List<@Nullable Department>>() {}).stream()
                .flatMap(department -> department == null ? Stream.empty() : Stream.ofNullable(department.id()))
                .distinct()
                .toList();
    }

    record Listed(@Nullable Post value) {}

    private record Post(@Nullable String name, @Nullable List<@Nullable Holder> postHolders) {
        List<Holder> holders() {
            return postHolders == null
                    ? List.of()
                    : postHolders.stream().filter(Objects::nonNull).toList();
        }
    }

    private record Holder(
            @Nullable Item member,
            @Nullable String startDate,
            @Nullable String endDate) {
        @Nullable Integer id() {
            return member == null || member.value() == null
                    ? null
                    : member.value().id();
        }
    }

    private record Department(@Nullable Integer id) {}
}
