package dev.touchstone.issuance.adapter.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IssuanceIT
class GoldenIT {

    @Test
    void turnsAnAwardIntoASignedCredentialThatVerifies() {
        // Given
        Organisation organisation = Organisation.fresh();
        UUID person = UUID.randomUUID();
        UUID decision = UUID.randomUUID();
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        Topics.publish(Organisation.ACHIEVEMENTS, organisation.achievement());
        Event award = organisation.award(person, decision);

        // When
        Topics.publish(Organisation.ASSESSMENTS, award);

        // Then
        Event issued = organisation.issued(decision);
        EventSchemas.assertValid(issued.type(), issued.data());
        assertThat(issued.key()).isEqualTo(organisation.tenant() + ":" + person);
        assertThat(issued.causationId()).isEqualTo(award.id());
        assertThat(issued.correlationId()).isEqualTo(award.correlationId());
        String id = issued.data().get("credentialId").asText();
        assertThat(issued.data().get("url").asText()).isEqualTo("http://localhost:8083/credentials/" + id);
        Api.verify(Api.credential(id))
                .statusCode(200)
                .body("verdict", equalTo("valid"))
                .body(
                        "checks.check",
                        contains(
                                "parse",
                                "contexts",
                                "structure",
                                "semantics",
                                "issuer",
                                "key",
                                "proof",
                                "status",
                                "dates"));
    }

    @Test
    void writesWhatTheOfficialSchemaWants() throws IOException {
        Path schema = Path.of(
                System.getProperty("touchstone.shared", "absent"),
                "data/schemas/ob_v3p0_achievementcredential_schema.json");
        assumeTrue(Files.exists(schema));
        // Given
        Event issued = Organisation.fresh().issue(UUID.randomUUID());

        // When
        String document = Api.credential(issued.data().get("credentialId").asText());

        // Then
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                        .getSchema(Files.readString(schema), InputFormat.JSON)
                        .validate(document, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyAddressInTheCredentialAnswers() {
        // Given
        Organisation organisation = Organisation.fresh();
        Event issued = organisation.issue(UUID.randomUUID());
        String id = issued.data().get("credentialId").asText();
        String base = "/" + organisation.tenant();

        // When
        var credential = given().accept("application/json")
                .get("/credentials/{id}", id)
                .then()
                .statusCode(200);

        // Then
        String issuer = "did:web:localhost%3A8083:" + organisation.tenant();
        credential
                .contentType(startsWith("application/json"))
                .body("id", equalTo("http://localhost:8083/credentials/" + id))
                .body("issuer.id", equalTo(issuer))
                .body("proof[0].verificationMethod", startsWith(issuer + "#z6Mk"))
                .body("credentialStatus.statusListCredential", equalTo("http://localhost:8083" + base + "/status/1"))
                .body(
                        "credentialSubject.achievement.id",
                        equalTo("http://localhost:8083" + base + "/achievements/incident-leadership/v3"));
        String method = credential.extract().path("proof[0].verificationMethod");
        given().get(base + "/did.json")
                .then()
                .statusCode(200)
                .body("id", equalTo(issuer))
                .body("assertionMethod", hasSize(2))
                .body("assertionMethod", hasItem(method))
                .body("verificationMethod.find { it.id == '" + method + "' }.type", equalTo("Multikey"));
        given().get(base + "/issuer").then().statusCode(200).body("name", equalTo(organisation.tenant()));
        given().get(base + "/image.svg").then().statusCode(200).contentType("image/svg+xml");
        given().get(base + "/achievements/incident-leadership/v3")
                .then()
                .statusCode(200)
                .body("name", equalTo("Incident leadership"));
        given().get(base + "/achievements/incident-leadership/v3/criteria")
                .then()
                .statusCode(200)
                .body("narrative", startsWith("Has led two incidents"));
        given().get(base + "/achievements/incident-leadership/v3/image.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml");
        String list = given().accept("application/vc+ld+json")
                .get(base + "/status/1")
                .then()
                .statusCode(200)
                .body("credentialSubject.statusPurpose", equalTo("revocation"))
                .extract()
                .asString();
        Api.verify(list).body("verdict", equalTo("valid"));
    }
}
