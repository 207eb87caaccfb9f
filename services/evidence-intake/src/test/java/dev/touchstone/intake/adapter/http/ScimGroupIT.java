package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.intake.support.IdentityProvider;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups as units, and many operations in one request. */
@IntakeIT
class ScimGroupIT {

    private final Organisation organisation = new Organisation();
    private IdentityProvider okta;

    @BeforeEach
    void connect() {
        okta = IdentityProvider.of(organisation);
    }

    @Test
    void membersMoveToTheUnitAndBackToTheirDepartment() {
        // Given
        String ada = okta.created("ada", ",'" + IdentityProvider.ENTERPRISE + "':{'department':'Sales'}");
        String ben = okta.created("ben", "");
        String group = okta.group("R&D Zürich", ",'members':[{'value':'" + ada + "'}]")
                .then()
                .statusCode(201)
                .body("members.value", contains(ada))
                .body("members[0].display", equalTo("ada"))
                .extract()
                .path("id");
        assertThat(units()).containsEntry("ada", "r-d-zurich").doesNotContainKey("ben");

        // When
        okta.patch("/Groups/" + group, "{'op':'Add','path':'members','value':[{'$ref':null,'value':'" + ben + "'}]}")
                .then()
                .statusCode(200)
                .body("members.value", containsInAnyOrder(ada, ben));
        okta.patch("/Groups/" + group, "{'op':'replace','value':{'id':'" + group + "','displayName':'Research'}}")
                .then()
                .statusCode(200);
        okta.patch("/Groups/" + group, "{'op':'Remove','path':'members','value':[{'$ref':null,'value':'" + ada + "'}]}")
                .then()
                .statusCode(200)
                .body("members.value", contains(ben));

        // Then
        assertThat(units()).containsEntry("ada", "sales").containsEntry("ben", "r-d-zurich");
        assertThat(organisation
                        .await(
                                PEOPLE,
                                event -> event.data()
                                        .path("unit")
                                        .path("name")
                                        .asText()
                                        .equals("Research"))
                        .data()
                        .path("unit")
                        .path("unitId")
                        .asText())
                .isEqualTo("r-d-zurich");
    }

    @Test
    void aMemberIsTakenOutByAFilterAndTwiceIsNoMistake() {
        // Given
        String ada = okta.created("ada", "");
        String group =
                okta.group("Design", ",'members':[{'value':'" + ada + "'}]").path("id");
        String out = "{'op':'remove','path':'members[value eq \\\"" + ada + "\\\"]'}";

        // When
        okta.patch("/Groups/" + group, out).then().statusCode(200).body("meta.version", equalTo("W/\"2\""));
        okta.patch("/Groups/" + group, out).then().statusCode(200).body("meta.version", equalTo("W/\"2\""));

        // Then
        okta.get("/Groups/" + group).then().body("members", nullValue());
        assertThat(units()).doesNotContainKey("ada");
    }

    @Test
    void toRemoveNobodyIsNotToRemoveEverybody() {
        // Given
        String ada = okta.created("ada", "");
        String ben = okta.created("ben", "");
        String group = okta.group("Yard", ",'members':[{'value':'" + ada + "'},{'value':'" + ben + "'}]")
                .path("id");

        // When
        okta.patch("/Groups/" + group, "{'op':'Remove','path':'members','value':[]}")
                .then()
                .statusCode(200)
                .body("members", hasSize(2));
        okta.patch("/Groups/" + group, "{'op':'Remove','path':'members','value':'" + ada + "'}")
                .then()
                .statusCode(200);

        // Then
        okta.get("/Groups/" + group).then().body("members.value", contains(ben));
    }

    @Test
    void aPatchHasItsLimit() {
        // Given
        String group = okta.group("Yard", "").path("id");
        String members = "{'value':'x'},".repeat(1000) + "{'value':'x'}";

        // When
        var patched = okta.patch("/Groups/" + group, "{'op':'Remove','path':'members','value':[" + members + "]}");

        // Then
        patched.then().statusCode(413).contentType("application/scim+json");
    }

    @Test
    void theGroupThatWasJoinedFirstIsTheUnit() {
        // Given
        String ada = okta.created("ada", "");
        String first =
                okta.group("Design", ",'members':[{'value':'" + ada + "'}]").path("id");
        okta.group("Everybody", ",'members':[{'value':'" + ada + "'}]").then().statusCode(201);
        assertThat(units()).containsEntry("ada", "design");

        // When
        okta.request().delete("/scim/v2/Groups/" + first).then().statusCode(204);

        // Then
        assertThat(units()).containsEntry("ada", "everybody");
        okta.get("/Groups/" + first).then().statusCode(404);
    }

    @Test
    void groupsAreFoundWithoutTheirMembers() {
        String ada = okta.created("ada", "");
        String group = okta.group("Design", ",'externalId':'g1','members':[{'value':'" + ada + "','type':'User'}]")
                .path("id");

        okta.request()
                .queryParam("filter", "displayName eq \"DESIGN\"")
                .queryParam("excludedAttributes", "members")
                .get("/scim/v2/Groups")
                .then()
                .statusCode(200)
                .body("Resources.id", contains(group))
                .body("Resources[0].members", nullValue());
        okta.find("Groups", "members.value eq '" + ada + "'")
                .then()
                .body("Resources.id", contains(group))
                .body("Resources[0].members.value", contains(ada));
        okta.find("Groups", "externalId eq 'g1'").then().body("totalResults", equalTo(1));
        okta.group("design", "").then().statusCode(409).body("scimType", equalTo("uniqueness"));
        IdentityProvider.of(new Organisation()).get("/Groups/" + group).then().statusCode(404);
    }

    @Test
    void groupsWithinGroupsAndStrangersAreRefused() {
        // Given
        String group = okta.group("Design", "").path("id");
        String stranger = IdentityProvider.of(new Organisation()).created("eve", "");

        // Then
        for (String member : new String[] {group, stranger, "not-an-id"}) {
            okta.group("Outer", ",'members':[{'value':'" + member + "'}]")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"))
                    .body("detail", org.hamcrest.Matchers.containsString("groups within groups"));
        }
        okta.get("/Groups").then().body("Resources.displayName", contains("Design"));
    }

    @Test
    void whoeverIsDeletedIsInNoGroup() {
        String ada = okta.created("ada", "");
        String group =
                okta.group("Design", ",'members':[{'value':'" + ada + "'}]").path("id");

        okta.request().delete("/scim/v2/Users/" + ada).then().statusCode(204);

        okta.get("/Groups/" + group).then().body("members", nullValue()).body("meta.version", equalTo("W/\"2\""));
    }

    @Test
    void bulkCreatesWhatRefersToEachOther() {
        // When
        var answer = okta.bulk("""
                {'method':'POST','path':'/Groups','bulkId':'g','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'Design',
                  'members':[{'value':'bulkId:u'}]}},
                {'method':'POST','path':'/Users','bulkId':'u','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada','active':'True'}},
                {'method':'POST','path':'/Users','bulkId':'w','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ADA'}}""", "").then();

        // Then
        answer.statusCode(200)
                .body("Operations.find { it.bulkId == 'u' }.status", equalTo("201"))
                .body("Operations.find { it.bulkId == 'g' }.status", equalTo("201"))
                .body("Operations.find { it.bulkId == 'w' }.status", equalTo("409"));
        assertThat(units()).isEqualTo(Map.of("ada", "design"));
    }

    @Test
    void bulkStopsAfterSoManyErrorsAndKeepsWhatWasDone() {
        // When
        var answer = okta.bulk("""
                {'method':'POST','path':'/Users','bulkId':'1','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada'}},
                {'method':'POST','path':'/Users','bulkId':'2','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada'}},
                {'method':'POST','path':'/Users','bulkId':'3','data':{
                  'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ben'}}""", ",'failOnErrors':1").then();

        // Then
        answer.body("Operations.status", hasItems("201", "409", "412"));
        okta.get("/Users").then().body("Resources.userName", contains("ada"));
    }

    @Test
    void bulkHasItsLimit() {
        String operation = "{'method':'DELETE','path':'/Users/00000000-0000-4000-8000-000000000000'}";
        String many = IntStream.range(0, 501).mapToObj(number -> operation).collect(Collectors.joining(","));

        okta.bulk(many, "").then().statusCode(413).contentType("application/scim+json");
        okta.bulk(operation, "")
                .then()
                .statusCode(200)
                .body("Operations", hasSize(1))
                .body("Operations[0].status", equalTo("404"));
    }

    private Map<String, String> units() {
        java.util.List<Map<String, Object>> people =
                organisation.admin().get("/intake/v1/people").path("items");
        return people.stream()
                .filter(person -> person.get("unit") != null)
                .collect(Collectors.toMap(person -> (String) person.get("displayName"), person ->
                        (String) ((Map<?, ?>) person.get("unit")).get("unitId")));
    }
}
