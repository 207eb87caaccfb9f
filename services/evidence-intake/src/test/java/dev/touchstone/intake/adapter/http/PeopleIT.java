package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntakeIT
class PeopleIT {

    private final Organisation organisation = new Organisation();

    @Test
    void tellsOfEachChangeOnceAndOfNothingElse() {
        // Given
        String ada = "{'employeeNumber':'7','login':'ada','displayName':'Ada','email':'ada@old.example',"
                + "'unit':{'unitId':'design','name':'Design'},'manager':{'employeeNumber':'8'}}";
        String id = organisation
                .change(ada)
                .then()
                .statusCode(200)
                .body("results.outcome", contains("created"))
                .extract()
                .path("results[0].personId");

        // When
        organisation.change(ada).then().statusCode(200).body("results.outcome", contains("unchanged"));
        organisation
                .change("{'employeeNumber':'7','email':'ada@new.example'}")
                .then()
                .body("results.outcome", contains("changed"));
        String ben = organisation.hire("8", "ben");

        // Then
        List<Event> events = organisation.allUpTo(
                Organisation.PEOPLE,
                event -> event.data().path("managerId").asText().equals(ben));
        assertThat(events)
                .filteredOn(event -> event.subject().equals(id))
                .extracting(
                        event -> event.data().path("version").asInt(),
                        event -> event.data().path("email").asText(),
                        event -> event.data().path("managerId").asText(),
                        Event::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "ada@old.example", "", organisation.tenant() + ":" + id),
                        org.assertj.core.groups.Tuple.tuple(2, "ada@new.example", "", organisation.tenant() + ":" + id),
                        org.assertj.core.groups.Tuple.tuple(
                                3, "ada@new.example", ben, organisation.tenant() + ":" + id));
    }

    @Test
    void identitiesOfDifferentPeopleAreRefusedAlone() {
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");

        organisation
                .change("{'employeeNumber':'8','login':'ada'}", "{'employeeNumber':'9','login':'cem'}")
                .then()
                .statusCode(200)
                .body("results.outcome", contains("ambiguous", "created"));
    }

    @Test
    void everyMistakeHasItsPlace() {
        organisation
                .change("{'displayName':'Nobody'}", "{'employeeNumber':'7','shoeSize':42,'active':'no'}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/people/1/shoeSize", "/people/1/active"));
        organisation
                .change("{'displayName':'Nobody'}", "{'email':'nowhere'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/people/0", "/people/1/email"));
    }

    @Test
    void peopleSeeThemselvesManagersTheirUnitAndAdministratorsEverybody() {
        // Given
        String unit = "'unit':{'unitId':'design','name':'Design'}";
        organisation
                .change(
                        "{'employeeNumber':'1','login':'mia'," + unit + "}",
                        "{'employeeNumber':'2','login':'ada'," + unit + "}",
                        "{'employeeNumber':'3','login':'ben','manager':{'login':'mia'}}",
                        "{'employeeNumber':'4','login':'cem','unit':{'unitId':'sales','name':'Sales'}}")
                .then()
                .statusCode(200);
        String ada =
                organisation.as("ada", "employee").get("/intake/v1/people/me").path("personId");
        String cem =
                organisation.as("cem", "employee").get("/intake/v1/people/me").path("personId");

        // Then
        organisation
                .as("ada", "employee")
                .get("/intake/v1/people/" + ada)
                .then()
                .statusCode(200)
                .body("identities.kind", hasItems("employeeNumber", "login"));
        organisation
                .as("mia", "manager")
                .get("/intake/v1/people/" + ada)
                .then()
                .statusCode(200)
                .body("identities", nullValue());
        organisation.as("mia", "manager").get("/intake/v1/people/" + cem).then().statusCode(403);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/people/" + cem)
                .then()
                .statusCode(403);
        organisation
                .admin()
                .get("/intake/v1/people/" + cem)
                .then()
                .statusCode(200)
                .body("login", equalTo("cem"));
        organisation
                .as("mia", "manager")
                .get("/intake/v1/people")
                .then()
                .statusCode(200)
                .body("items.login", containsInAnyOrder("mia", "ada", "ben"));
        organisation
                .admin()
                .get("/intake/v1/people?unitId=sales&active=true")
                .then()
                .body("items.login", contains("cem"));
        new Organisation().admin().get("/intake/v1/people/" + ada).then().statusCode(404);
        organisation.admin().get("/intake/v1/people/not-an-id").then().statusCode(404);
    }

    @Test
    void pagesDoNotRepeatOrLeaveOutAnybody() {
        organisation
                .change("{'login':'a'}", "{'login':'b'}", "{'login':'c'}")
                .then()
                .statusCode(200);

        var first = organisation
                .admin()
                .get("/intake/v1/people?limit=2")
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(2));
        String next = first.body("next", notNullValue()).extract().path("next");
        List<String> seen = new java.util.ArrayList<>(first.extract().path("items.login"));
        seen.addAll(organisation
                .admin()
                .get("/intake/v1/people?limit=2&cursor=" + next)
                .path("items.login"));

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
        organisation.admin().get("/intake/v1/people?cursor=xyz").then().statusCode(400);
        organisation.admin().get("/intake/v1/people?limit=0").then().statusCode(400);
    }

    @Test
    void hrisConnectionChangesPeopleByItsToken() {
        // Given
        String token = organisation
                .connect("{'name':'HR','source':'hris','channel':'people'}")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        // When
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(JsonText.bytes("{'people':[{'platformUserId':'p7','displayName':'Ada','login':'ada'}]}"))
                .post("/intake/v1/people")
                .then()
                .statusCode(200)
                .body("results.outcome", contains("created"));

        // Then
        organisation
                .as("ada", "employee")
                .get("/intake/v1/people/me")
                .then()
                .body("identities.kind", containsInAnyOrder("login", "platformUser"));
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/intake/v1/people")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Authorization", "Bearer " + token + "x")
                .contentType("application/json")
                .body("{}")
                .post("/intake/v1/people")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"unitId,%00", "active,abc", "limit,abc", "limit,0", "cursor,AA"})
    void parametersThatCannotBeUsedAreNamed(String name, String value) {
        // When
        var answer = organisation
                .admin()
                .urlEncodingEnabled(false)
                .get("/intake/v1/people?" + name + "=" + value)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", contains(name));
    }

    @Test
    void numbersAndCharactersThatNobodyCanKeepAreNamed() {
        // When
        var answer = organisation
                .admin()
                .contentType("application/json")
                .body("{\"people\":[{\"employeeNumber\":\"7\",\"displayName\":\"A\\u0000\",\"age\":1e400}]}")
                .post("/intake/v1/people")
                .then();

        // Then
        answer.statusCode(400).body("errors.pointer", contains("/people/0/displayName", "/people/0/age"));
    }
}
