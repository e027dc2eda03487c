package org.centrallobby.lookup.dataset;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.lookup.postcode.PostcodeDirectory;
import org.centrallobby.lookup.seat.House;
import org.centrallobby.lookup.seat.SeatStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/dataset")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dataset", description = "Which data are loaded.")
class DatasetResource {
    private static final String BOUNDARY_SET = "2024";

    private final DatasetVersions versions;
    private final PostcodeDirectory directory;
    private final House house;

    DatasetResource(DatasetVersions versions, PostcodeDirectory directory, House house) {
        this.versions = versions;
        this.directory = directory;
        this.house = house;
    }

    @GET
    @Transactional
    @Operation(operationId = "getDataset", summary = "Versions, counts and dates of what is loaded")
    @APIResponseSchema(value = DatasetView.class, responseDescription = "What is loaded")
    public DatasetView get() {
        return new DatasetView(BOUNDARY_SET, postcodes(), members());
    }

    private DatasetView.Postcodes postcodes() {
        var version = versions.newest(DatasetKind.POSTCODES).orElseThrow();
        var index = directory.current();
        return new DatasetView.Postcodes(
                version.source(),
                version.sha256(),
                version.loadedAt(),
                index.size(),
                index.size() - index.terminated(),
                index.terminated(),
                index.split(),
                index.knowsArea("BT"));
    }

    private DatasetView.Members members() {
        var version = versions.newest(DatasetKind.MEMBERS).orElseThrow();
        return new DatasetView.Members(
                version.source(),
                version.sha256(),
                version.loadedAt(),
                house.all().size(),
                count(SeatStatus.FILLED),
                count(SeatStatus.VACANT),
                count(SeatStatus.UNKNOWN));
    }

    private int count(SeatStatus status) {
        return (int) house.all().stream()
                .filter(seat -> seat.seat().status() == status)
                .count();
    }
}
