package org.centrallobby.letter.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.osdi.EntryPointResource.ListRequest;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads pages of collections. */
@ApplicationScoped
class Listings {
    private final EntityManager database;
    private final Addresses addresses;

    Listings(EntityManager database, Addresses addresses) {
        this.database = database;
        this.addresses = addresses;
    }

    /**
     * A page, and the link to the next.
     *
     * @param path below the entry point
     * @param fixed the parameters of the source
     * @param view what is shown of all rows of a page
     */
    <T> Listing<T> page(
            Source source,
            String path,
            ListRequest request,
            Map<String, Object> fixed,
            Function<List<Tuple>, List<T>> view) {
        var filter = request.filter() == null || request.filter().isBlank()
                ? Filter.NONE
                : Filter.parse(request.filter(), source.fields());
        var found = rows(source, request, fixed, filter);
        var isMore = found.size() > request.perPage();
        if (isMore && filter.isPersonal() && request.page() == null) {
            // Without a link to the rest nobody shall take this for all.
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "There are more people than one page has, and links do not carry addresses. Ask with per_page=100, or"
                            + " with page=1, page=2 and so on until one is empty.");
        }
        var rows = isMore ? found.subList(0, request.perPage()) : found;
        var total = request.includeTotals() ? total(source, fixed, filter) : null;
        var links = new LinkedHashMap<String, Object>();
        links.put("self", addresses.link(path + question(request, request.cursor(), filter, request.includeTotals())));
        if (isMore && !filter.isPersonal()) {
            var last = rows.getLast();
            var end = new Place(last.get(1, Instant.class), last.get(0, UUID.class));
            // Whoever follows it knows the totals: to count all entries again for each page would cost more than the
            // pages.
            links.put("next", addresses.link(path + question(request, end.encoded(), filter, false)));
        }
        links.put("curies", addresses.curies());
        return new Listing<>(
                request.perPage(), request.page(), total, links, Map.of(source.relation(), view.apply(rows)));
    }

    /** The entry with this id, or none. */
    List<Tuple> one(Source source, UUID id, Map<String, Object> fixed) {
        var query = database.createNativeQuery(source.one(), Tuple.class);
        fixed.forEach(query::setParameter);
        return tuples(query.setParameter("id", id));
    }

    /** The parameters by which a source keeps to what is the tenant's. */
    static Map<String, Object> of(Tenant tenant) {
        return Map.of(
                "organisation", tenant.organisation(), "mode", tenant.mode().name());
    }

    /** The same and one more. */
    static Map<String, Object> of(Tenant tenant, String name, UUID value) {
        return Map.of(
                "organisation", tenant.organisation(), "mode", tenant.mode().name(), name, value);
    }

    private List<Tuple> rows(Source source, ListRequest request, Map<String, Object> fixed, Filter filter) {
        var query = database.createNativeQuery(source.page(filter), Tuple.class);
        set(query, fixed, filter);
        query.setParameter("modified", request.after().modified());
        query.setParameter("id", request.after().id());
        query.setParameter("most", request.offset() + request.perPage() + 1);
        return tuples(query.setFirstResult(request.offset()).setMaxResults(request.perPage() + 1));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    private Long total(Source source, Map<String, Object> fixed, Filter filter) {
        var query = database.createNativeQuery(source.count(filter));
        set(query, fixed, filter);
        return ((Number) query.getSingleResult()).longValue();
    }

    private static void set(Query query, Map<String, Object> fixed, Filter filter) {
        fixed.forEach(query::setParameter);
        for (var place = 0; place < filter.values().size(); place++) {
            query.setParameter("f" + place, filter.values().get(place));
        }
    }

    /** Without a filter that names somebody: links are logged and passed on. */
    private static String question(ListRequest request, @Nullable String cursor, Filter filter, boolean withTotals) {
        var question = new StringBuilder("?per_page=").append(request.perPage());
        if (request.filter() != null && !filter.isPersonal()) {
            question.append("&filter=").append(URLEncoder.encode(request.filter(), StandardCharsets.UTF_8));
        }
        if (withTotals) {
            question.append("&include_totals=true");
        }
        if (cursor != null) {
            question.append("&cursor=").append(cursor);
        } else if (request.page() != null) {
            question.append("&page=").append(request.page());
        }
        return question.toString();
    }
}
