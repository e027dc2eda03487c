package org.centrallobby.lookup.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.dataset.Sources.MemberSources;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServiceTest
class DatasetImportTest {
    private static final String TYPE = "org.centrallobby.seat.changed.v1";
    private static final String PRESTON = "E14001433";

    @Testbed.Inject
    Broker broker;

    @Inject
    DatasetImport datasets;

    @TempDir
    Path folder;

    @AfterEach
    void theSampleIsServedAgain() {
        datasets.load(FixedDatasetConfig.SAMPLE);
    }

    @Test
    void everySeatOfTheSampleIsAnnouncedAsTheContractSays() {
        var contract = Contract.of("seat.v1");

        var codes = MemberFiles.read(MemberSources.of(FixedDatasetConfig.SAMPLE), BoundaryFile.read())
                .keySet();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(seatEvents()).extracting(Event::key).containsAll(codes));

        assertThat(seatEvents()).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(TYPE);
            assertThat(contract.violations(Objects.requireNonNull(event.data())))
                    .isEmpty();
            assertThat(event.data()).contains("\"code\":\"%s\"".formatted(event.key()));
        });
    }

    @Test
    void theSameDataAgainAnnounceNothing() {
        assertThat(datasets.load(FixedDatasetConfig.SAMPLE)).isZero();
    }

    @Test
    void aChangedSeatIsAnnouncedOnceAndServed() throws IOException {
        var address = "m%s@mp.example".formatted(UUID.randomUUID());
        var changed = config(sampleMembers().replace("(Co-op),No email found", "(Co-op)," + address));

        assertThat(datasets.load(changed)).isEqualTo(1);
        assertThat(datasets.load(changed)).isZero();

        given().get("/v1/constituencies/" + PRESTON).then().body("seat.member.contact.email", equalTo(address));
        // Once what came after the change has arrived, everything about the change has.
        assertThat(datasets.load(FixedDatasetConfig.SAMPLE)).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announcements(PRESTON))
                        .last()
                        .asString()
                        .contains("\"kind\":\"none\"")
                        .doesNotContain(address));
        assertThat(announcements(PRESTON))
                .filteredOn(data -> data.contains(address))
                .hasSize(1);
    }

    @Test
    void aSeatThatNoDataReferToAnyMoreIsAnnouncedAsUnknown() throws IOException {
        // Of the sample only this seat is left, and one that the sample does not have; the sample's postcodes go too.
        var postcodes = Files.writeString(folder.resolve("postcodes.csv"), "pcds,pcon24cd\nAL1 1AA,E14001507\n");
        var members = Files.writeString(
                folder.resolve("members.csv"),
                sampleMembers().lines().limit(2).reduce("", (text, line) -> text + line + "\n"));

        assertThat(datasets.load(FixedDatasetConfig.of(postcodes, members))).isEqualTo(66);

        given().get("/v1/dataset")
                .then()
                .body("postcodes.source", equalTo("postcodes.csv"))
                .body("members.seats", equalTo(2))
                .body("members.filled", equalTo(1))
                .body("members.unknown", equalTo(1))
                .body("postcodes.total", equalTo(1))
                .body("postcodes.northernIreland", equalTo(false));
        given().get("/v1/postcodes/AL1 1AA").then().statusCode(200).body("seat.status", equalTo("unknown"));
        given().get("/v1/postcodes/BT4 3XX")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://centrallobby.org/problems/northern-ireland-not-loaded"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announcements(PRESTON))
                        .last()
                        .asString()
                        .contains("\"status\":\"unknown\"")
                        .contains("\"member\":null"));
        assertThat(Contract.of("seat.v1").violations(announcements(PRESTON).getLast()))
                .isEmpty();
    }

    @Test
    void aBadFileLeavesEverythingAsItWas() throws IOException {
        var postcodes = Files.writeString(folder.resolve("postcodes.csv"), "pcds,pcon24cd\nSW1A 0AA,E14000639\n");
        var members = Files.writeString(folder.resolve("members.csv"), "pcon_code\nE14001172\n");

        assertThat(datasets.load(FixedDatasetConfig.of(postcodes, members))).isZero();

        given().get("/v1/postcodes/SW1A 0AA").then().statusCode(200).body("seat.member.name", equalTo("Rachel Blake"));
        given().get("/v1/dataset")
                .then()
                .body("members.seats", equalTo(66))
                .body(
                        "postcodes.source",
                        equalTo("sample/postcodes.csv, sample/northern-ireland.csv, sample/splits.csv"));
    }

    @Test
    void replicasThatStartTogetherAnnounceEachSeatOnce() throws IOException {
        var changed = config(sampleMembers().replace("Labour (Co-op)", "Labour and Co-operative"));

        var both = List.of(load(changed), load(changed));

        assertThat(both.stream().map(CompletableFuture::join).sorted()).first().isEqualTo(0);
        assertThat(both.stream().mapToInt(CompletableFuture::join).sum()).isGreaterThan(5);
    }

    private CompletableFuture<Integer> load(DatasetConfig config) {
        return CompletableFuture.supplyAsync(() -> datasets.load(config));
    }

    private DatasetConfig config(String members) throws IOException {
        return FixedDatasetConfig.ofMembers(
                Files.writeString(folder.resolve("members.csv"), members),
                Files.writeString(folder.resolve("corrections.csv"), shipped("sample/corrections.csv")));
    }

    private static String sampleMembers() throws IOException {
        return shipped("sample/members.csv");
    }

    private static String shipped(String name) throws IOException {
        try (var file = Source.shipped(name).raw()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What was said of a seat, oldest first. */
    private List<String> announcements(String code) {
        return Event.of(broker, Topics.SEATS, code).stream()
                .map(event -> Objects.requireNonNull(event.data()))
                .toList();
    }

    /** Other tests write to the topic too, under keys that are not codes. */
    private List<Event> seatEvents() {
        return Event.all(broker, Topics.SEATS).stream()
                .filter(event -> event.key().matches("[EWSN]\\d{8}"))
                .toList();
    }
}
