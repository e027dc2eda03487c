package org.centrallobby.letter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.junit.jupiter.api.Test;

@ServiceTest
class AuditLogTest {
    @Inject
    AuditLog log;

    @Inject
    AuditJobs jobs;

    @Inject
    Scene scene;

    @Test
    void anOrganisationReadsItsOwnLogPageByPageAndByAction() {
        var organisation = TestOrganisation.create();
        var tenant = new Tenant(UUID.fromString(organisation.id()), Mode.LIVE);
        log.recordByPlatform(tenant, AuditAction.RETENTION, null, 3);
        log.recordByWriter(tenant, AuditAction.CONSENT_WITHDRAWN, UUID.randomUUID());
        log.recordByPlatform(new Tenant(tenant.organisation(), Mode.TEST), AuditAction.RETENTION, null, 1);

        organisation
                .asProgram()
                .get("/v1/audit?limit=1")
                .then()
                .statusCode(200)
                .body("entries.action", contains("consent-withdrawn"))
                .body("entries[0].by", equalTo("writer"))
                .body("entries[0].people", equalTo(1))
                .body("next", notNullValue())
                .header("Link", notNullValue());
        organisation
                .asProgram()
                .get("/v1/audit?action=retention")
                .then()
                .body("entries", hasSize(1))
                .body("entries[0].people", equalTo(3))
                .body("next", nullValue());
        organisation.asProgram().get("/v1/audit?action=gossip").then().statusCode(400);
        TestOrganisation.create().asProgram().get("/v1/audit").then().body("entries", hasSize(0));
    }

    @Test
    void anEntryGoesWhenItsTimeIsOver() {
        var organisation = UUID.fromString(TestOrganisation.create().id());
        log.recordByPlatform(new Tenant(organisation, Mode.LIVE), AuditAction.RETENTION, null, 1);
        log.recordByPlatform(new Tenant(organisation, Mode.LIVE), AuditAction.EXPORT, null, 1);
        scene.change(
                "update audit_entry set at = at - interval '2191 days' where action = 'EXPORT' and organisation = '%s'"
                        .formatted(organisation));

        jobs.forget();

        assertThat(scene.rows("select action from audit_entry where organisation = '%s'".formatted(organisation)))
                .singleElement()
                .isEqualTo("RETENTION");
    }
}
