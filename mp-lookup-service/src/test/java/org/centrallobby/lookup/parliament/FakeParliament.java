package org.centrallobby.lookup.parliament;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.fetch.FakeServer;
import org.jspecify.annotations.Nullable;

/** A House of invented members, one for each of the real seats, and the answers of an API about them. */
final class FakeParliament implements AutoCloseable {
    static final String HOME = "1 Invented Lane";
    static final String HOME_POSTCODE = "ZZ1 1ZZ";
    static final String TELEPHONE = "01632 960000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ID = 1000;

    final FakeServer server = new FakeServer(this::answer);
    final List<Constituency> seats = List.copyOf(Seats2024.BOUNDARIES.all());

    /** The members by their ids, as the API describes them. */
    final Map<Integer, Map<String, @Nullable Object>> members = new TreeMap<>();

    /** What the API tells of a member's contacts; without an entry, one Parliamentary office and one home. */
    final Map<Integer, String> contacts = new HashMap<>();

    /** Who represented a seat, by its id; without an entry, nobody. */
    final Map<Integer, String> representations = new HashMap<>();

    /** The lists of posts, by the ends of their addresses. The cabinet's are there only without a department. */
    final Map<String, String> posts = new TreeMap<>(Map.of(
            "Departments", "[{\"id\": 53, \"name\": \"Cabinet Office\"}, {\"id\": 1, \"name\": \"Home Office\"}]",
            "GovernmentPosts", "[%s]".formatted(post("Secretary of State for the Home Department", holder(idOf(1)))),
            "GovernmentPosts?departmentId=53",
                    "[%s]".formatted(post("Minister of State (Cabinet Office)", holder(idOf(2)))),
            "GovernmentPosts?departmentId=1", "[]",
            "OppositionPosts", "[]",
            "OppositionPosts?departmentId=53", "[]",
            "OppositionPosts?departmentId=1",
                    "[%s]".formatted(post("Shadow Minister (Home Office)", holder(idOf(3))))));

    /** Answers instead of the usual one, by path and query. */
    final Map<String, FakeServer.Reply> instead = new HashMap<>();

    FakeParliament() {
        for (var i = 0; i < seats.size(); i++) {
            members.put(FIRST_ID + i, member(FIRST_ID + i, seats.get(i).name()));
        }
    }

    static int idOf(int seat) {
        return FIRST_ID + seat;
    }

    static Map<String, @Nullable Object> member(int id, String seat) {
        var member = new LinkedHashMap<String, @Nullable Object>();
        member.put("id", id);
        member.put("nameListAs", "Invented, Ann");
        member.put("nameDisplayAs", "Ann Invented");
        member.put("nameFullTitle", "Rt Hon Ann Invented MP");
        member.put("nameAddressAs", "Ms Invented");
        member.put("latestParty", Map.of("id", 15, "name", "Labour", "isIndependentParty", false));
        member.put("gender", "F");
        var membership = new LinkedHashMap<String, @Nullable Object>();
        membership.put("membershipFrom", seat);
        membership.put("membershipFromId", 4000 + id);
        membership.put("house", 1);
        membership.put("membershipStartDate", "2024-07-04T00:00:00");
        membership.put("membershipEndDate", null);
        membership.put("membershipStatus", Map.of("statusIsActive", true));
        member.put("latestHouseMembership", membership);
        member.put("thumbnailUrl", "https://members.example/%d".formatted(id));
        return member;
    }

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> membership(int id) {
        return (Map<String, @Nullable Object>)
                Objects.requireNonNull(Objects.requireNonNull(members.get(id)).get("latestHouseMembership"));
    }

    String page(int skip) {
        return page(
                skip,
                members.size(),
                members.values().stream().skip(skip).limit(20).toList());
    }

    static String page(int skip, int total, List<?> members) {
        return json(Map.of(
                "items",
                members.stream()
                        .map(member -> Map.of("value", member, "links", List.of()))
                        .toList(),
                "totalResults",
                total,
                "resultContext",
                "",
                "skip",
                skip,
                "take",
                20,
                "links",
                List.of(Map.of("rel", "self", "href", "/Members/Search?House=1", "method", "GET"))));
    }

    String contact(int id) {
        var usual = """
                {"value": [
                  {"type": "Constituency office", "typeId": 4, "isPreferred": true, "isWebAddress": false,
                   "line1": "%1$s", "line5": "Invented Town", "postcode": "%2$s", "phone": "%3$s", "fax": null,
                   "email": "home.%4$d@mp.example"},
                  {"type": "Parliamentary office", "typeId": 1, "isPreferred": false, "line1": "House of Commons",
                   "postcode": "SW1A 0AA", "email": "invented.%4$d@parliament.example"},
                  {"type": "Website", "typeId": 6, "isWebAddress": true, "line1": "https://www.mp.example/"}],
                 "links": [{"rel": "self", "href": "/Members/%4$d/Contact", "method": "GET"}]}
                """.formatted(HOME, HOME_POSTCODE, TELEPHONE, id);
        return contacts.getOrDefault(id, usual);
    }

    /** A post as the lists describe it. */
    static String post(String name, String holders) {
        return """
                {"value": {"type": 0, "name": "%s", "hansardName": "%1$s", "id": 7, "postHolders": [%s],
                  "governmentDepartments": [{"id": 53, "name": "Cabinet Office"}], "order": 1}, "links": []}
                """.formatted(name, holders);
    }

    /** Who holds a post since last year. */
    static String holder(int id) {
        return """
                {"member": {"value": {"id": %d, "nameDisplayAs": "Ann Invented"}, "links": []},
                 "startDate": "2025-09-05T00:00:00", "endDate": null, "isPaid": true}""".formatted(id);
    }

    /** What a search for a constituency finds: the one of earlier boundaries that was called the same, and the present. */
    String search(String text) {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < seats.size(); i++) {
            if (seats.get(i).name().contains(text)) {
                found.add(constituency(3000 + i, seats.get(i).name(), "2024-05-30T00:00:00", null));
                found.add(constituency(
                        4000 + i, seats.get(i).name(), null, holder(seats.get(i).name())));
            }
        }
        return json(Map.of(
                "items",
                found.stream()
                        .map(place -> Map.of("value", place, "links", List.of()))
                        .toList(),
                "totalResults",
                found.size(),
                "links",
                List.of(Map.of("rel", "self", "href", "/Location/Constituency/Search", "method", "GET"))));
    }

    /** The requests that came, of those whose path holds the text. */
    List<String> requests(String text) {
        return server.requests().stream()
                .filter(request -> request.contains(text))
                .toList();
    }

    private @Nullable Map<String, @Nullable Object> holder(String seat) {
        return members.values().stream()
                .filter(member -> seat.equals(membership((Integer) Objects.requireNonNull(member.get("id")))
                        .get("membershipFrom")))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> constituency(
            int id, String name, @Nullable String end, @Nullable Map<String, @Nullable Object> member) {
        var place = new LinkedHashMap<String, @Nullable Object>();
        place.put("id", id);
        place.put("name", name);
        place.put("startDate", "2010-05-06T00:00:00");
        place.put("endDate", end);
        place.put("currentRepresentation", member == null ? null : Map.of("member", Map.of("value", member)));
        return place;
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        var uri = exchange.getRequestURI();
        var reply = instead.get(uri.toString());
        if (reply == null) {
            var list = posts.get(uri.toString().substring(uri.toString().lastIndexOf('/') + 1));
            reply = list == null ? usual(uri.getPath(), query(uri.getRawQuery())) : FakeServer.text(list);
        }
        reply.to(exchange);
    }

    private FakeServer.Reply usual(String path, Map<String, String> query) {
        var parts = path.split("/");
        return switch (parts[parts.length - 1]) {
            case "Contact" -> FakeServer.text(contact(Integer.parseInt(parts[3])));
            case "Representations" ->
                FakeServer.text(
                        representations.getOrDefault(Integer.parseInt(parts[4]), "{\"value\": [], \"links\": []}"));
            case "Search" ->
                FakeServer.text(
                        path.contains("Constituency")
                                ? search(query.getOrDefault("searchText", ""))
                                : page(Integer.parseInt(query.getOrDefault("skip", "0"))));
            default -> FakeServer.status(404);
        };
    }

    private static Map<String, String> query(@Nullable String text) {
        return Arrays.stream((text == null ? "" : text).split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
