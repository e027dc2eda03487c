package org.centrallobby.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "deploy", "contracts", "openapi", "letter-service.yaml");

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        var served = given().get("/q/openapi").asString();
        if (System.getProperty("openapi.update") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED).exists();
        assertThat(served)
                .as(
                        "the API differs from %s. If that is meant: mvn -pl letter-service test -Dtest=OpenApiTest -Dopenapi.update",
                        COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
