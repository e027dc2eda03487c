package org.centrallobby.letter.map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.organisation.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/map")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Map", description = "Where the constituencies lie on the map that campaigns show; for the operator.")
@SecurityRequirement(name = "key")
class MapResource {
    private final ConstituencyMaps maps;
    private final Seats seats;
    private final InstantSource clock;

    MapResource(ConstituencyMaps maps, Seats seats, InstantSource clock) {
        this.maps = maps;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * A map in HexJSON.
     *
     * @param source loaded, or own where no map is loaded; passed over where a map is loaded
     * @param hexes by the constituencies' codes
     */
    @Schema(name = "ConstituencyMap", example = """
            {"layout": "odd-r", "source": "loaded", "hexes": {"E14001167": {"n": "Chingford and Woodford Green", "q": 66, \
            "r": -36}}}\
            """)
    record HexMap(HexLayout layout, MapSource source, Map<String, Hex> hexes) {}

    /**
     * @param n the constituency's name
     * @param q its column, growing to the east
     * @param r its row, growing to the north
     */
    @Schema(example = """
            {"n": "Chorley", "q": 51, "r": -23}\
            """)
    record Hex(String n, int q, int r) {}

    @GET
    @OperatorOnly
    @Transactional
    @Operation(
            operationId = "getMap",
            summary = "The map that is in use, as HexJSON",
            description = "The one that was loaded, or the platform's own. It may be changed and sent back.")
    public HexMap show() {
        var all = seats.all();
        var map = maps.of(all);
        var hexes = new TreeMap<String, Hex>();
        all.forEach(seat -> {
            var place = map.at(seat.constituency().code());
            hexes.put(seat.constituency().code(), new Hex(seat.constituency().name(), place.q(), place.r()));
        });
        return new HexMap(map.layout(), map.source(), hexes);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @OperatorOnly
    @Transactional
    @Operation(
            operationId = "loadMap",
            summary = "Load a map of the constituencies",
            description =
                    "In HexJSON (https://open-innovations.org/projects/hexmaps/hexjson): layout, and hexes by GSS code"
                            + " with q and r. Every seat stands in it once, found by its code or else by its name n, and"
                            + " no two on one hexagon; what else stands in it is passed over. All that is wrong is named"
                            + " at once, and then nothing is changed. It takes the place of the map that was loaded"
                            + " before.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HexMap.class)))
    public HexMap load(byte[] body) {
        maps.keep(HexJson.read(body, seats.all()), clock.instant());
        return show();
    }

    @DELETE
    @OperatorOnly
    @Operation(operationId = "unloadMap", summary = "Go back to the platform's own map")
    public void unload() {
        maps.drop();
    }
}
