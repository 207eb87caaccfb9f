package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@IntakeIT
class ConnectionIT {

    private final Organisation organisation = new Organisation();

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void secretIsShownOnceAndSealedAtRest() {
        // Given
        Response created =
                organisation.connect("{'name':'LMS','source':'lms','channel':'xapi','timeZone':'Europe/Berlin'}");
        String id = created.path("connectionId");
        String secret = created.path("secret");

        // When
        Response shown = organisation.admin().get("/intake/v1/connections/" + id);

        // Then
        created.then()
                .statusCode(201)
                .header("Location", "/intake/v1/connections/" + id)
                .body("key", equalTo(id))
                .body("path", equalTo("/xapi/statements"))
                .body("token", nullValue());
        shown.then().statusCode(200).body("name", equalTo("LMS")).body("liveSecrets", equalTo(1));
        assertThat(shown.asString()).doesNotContain(secret);
        assertThat(stored(id)).isNotEmpty();
        assertThat(new String(stored(id), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void dictatedSecretIsNotRepeated() {
        Response created = organisation.connect("{'name':'x','source':'other','channel':'webhook','template':'null',"
                + "'secret':'dictated by them','verifier':" + Sender.VERIFIER + "}");

        created.then().statusCode(201).body("secret", nullValue());
        new Sender(created.path("connectionId"), null, "dictated by them", null)
                .hook("{}")
                .then()
                .statusCode(202);
    }

    @Test
    void twoSecretsAreGoodWhileARotationLasts() {
        // Given
        Sender first = Sender.webhook(organisation, "other", "null");

        // When
        Sender second = rotated(first, "{}");

        // Then
        assertThat(first.hook("{'n':1}").statusCode()).isEqualTo(202);
        assertThat(second.hook("{'n':2}").statusCode()).isEqualTo(202);
        organisation
                .admin()
                .get("/intake/v1/connections/" + first.connectionId())
                .then()
                .body("liveSecrets", equalTo(2));
        Sender third = rotated(first, "{}");
        assertThat(first.hook("{'n':3}").statusCode()).isEqualTo(401);
        assertThat(second.hook("{'n':4}").statusCode()).isEqualTo(202);
        Sender fourth = rotated(first, "{'retireOthers':true}");
        assertThat(third.hook("{'n':5}").statusCode()).isEqualTo(401);
        assertThat(fourth.hook("{'n':6}").statusCode()).isEqualTo(202);
    }

    @Test
    void disabledConnectionOpensNothing() {
        // Given
        Sender lms = Sender.lms(organisation);
        lms.statements("[]").then().statusCode(200);

        // When
        disable(lms).then().statusCode(204);
        disable(lms).then().statusCode(204);

        // Then
        lms.statements("[]").then().statusCode(401);
        organisation
                .admin()
                .get("/intake/v1/connections/" + lms.connectionId())
                .then()
                .body("disabledAt", notNullValue());
    }

    @Test
    void everyMistakeHasItsPlace() {
        organisation
                .connect("{'name':'x','source':'lms','channel':'telegraph','colour':1}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/channel", "/colour"));
        organisation
                .connect("{'name':'x','source':'lms','channel':'webhook','template':'((','verifier':" + Sender.VERIFIER
                        + "}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/template"));
        organisation
                .connect("{'name':'x','source':'lms','channel':'webhook','template':'null'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/verifier"));
        organisation
                .connect("{'name':'x','source':'lms','channel':'people'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/source"));
    }

    @Test
    void listsItsOwnAndNoOther() {
        // Given
        Sender first = Sender.lms(organisation);
        Sender second = Sender.lms(organisation);
        Organisation other = new Organisation();

        // Then
        String next = organisation
                .admin()
                .get("/intake/v1/connections?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        organisation
                .admin()
                .get("/intake/v1/connections?limit=5&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        organisation
                .admin()
                .get("/intake/v1/connections")
                .then()
                .body("items.connectionId", containsInAnyOrder(first.connectionId(), second.connectionId()));
        String path = "/intake/v1/connections/" + first.connectionId();
        other.admin().get("/intake/v1/connections").then().body("items", hasSize(0));
        other.admin().get(path).then().statusCode(404);
        other.admin().post(path + "/disable").then().statusCode(404);
        other.admin()
                .contentType("application/json")
                .body("{}")
                .post(path + "/secrets")
                .then()
                .statusCode(404);
        other.admin()
                .contentType("application/json")
                .body("{\"name\":\"mine\"}")
                .put(path)
                .then()
                .statusCode(404);
        organisation.admin().get("/intake/v1/connections/nothing").then().statusCode(404);
    }

    private Sender rotated(Sender sender, String body) {
        String secret = organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/connections/" + sender.connectionId() + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        return new Sender(sender.connectionId(), null, secret, null);
    }

    private Response disable(Sender sender) {
        return organisation.admin().post("/intake/v1/connections/" + sender.connectionId() + "/disable");
    }

    private byte[] stored(String id) {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<byte[]>createNativeQuery(
                                        "select secret from connection where id = cast(?1 as uuid)")
                                .setParameter(1, java.util.UUID.fromString(id))
                                .getSingleResult())
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
