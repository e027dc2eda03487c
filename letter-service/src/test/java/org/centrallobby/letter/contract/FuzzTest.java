package org.centrallobby.letter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Collection;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.centrallobby.testbed.fuzz.Fuzz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent: it is not our fault, it is refused in words, and the refusal tells nothing that it should not. */
@ServiceTest
class FuzzTest {
    @Inject
    Scene scene;

    /** An organisation that was made here has no origin, and stands beside those of other tests, whose lists are not empty. */
    @AfterEach
    void theNewOrganisationsHaveWhatOthersHave() {
        scene.change(
                "update organisation set allowed_origins = '{https://www.example.org}' where allowed_origins = '{}'");
    }

    @Test
    void nothingThatIsSentIsOurFaultOrToldToOthers() {
        Belongings.seat(scene);
        var stranger = new Belongings(scene);
        var document = ApiDocument.served();
        document.operations().forEach(stranger::filled);

        assertThat(new Fuzz(document, "http://localhost:" + RestAssured.port, new Fuzz.Subject() {
                            private Belongings own = stranger;

                            @Override
                            public void begin() {
                                own = new Belongings(scene);
                                document.operations().forEach(own::filled);
                            }

                            @Override
                            public String filled(ApiOperation operation) {
                                return own.filled(operation);
                            }

                            @Override
                            public @Nullable String key(ApiOperation operation) {
                                if (!operation.needsKey()) {
                                    return null;
                                }
                                return Belongings.isTheOperators(operation)
                                        ? TestOrganisation.OPERATOR_KEY
                                        : own.organisation().key();
                            }

                            @Override
                            public boolean isTheOperators(ApiOperation operation) {
                                return Belongings.isTheOperators(operation);
                            }

                            @Override
                            public Collection<String> strange() {
                                return stranger.secrets();
                            }
                        })
                        .run())
                .isEmpty();
    }
}
