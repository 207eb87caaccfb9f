package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static dev.touchstone.intake.support.Organisation.PEOPLE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.support.IdentityProvider;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntakeIT
class ScimUserIT {

    private static final String ADA = """
            ,'externalId':'oid-ada','active':true,'displayName':'Ada Lovelace','title':'Analyst',
            'name':{'formatted':'Ada Lovelace','givenName':'Ada','familyName':'Lovelace'},
            'emails':[{'primary':true,'type':'work','value':'ada@example.org'}],
            'phoneNumbers':[{'type':'work','value':'+49 30 1'}],'meta':{'resourceType':'User'},
            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'employeeNumber':'7','department':'Design'}""";

    private final Organisation organisation = new Organisation();
    private IdentityProvider entra;

    @BeforeEach
    void connect() {
        entra = IdentityProvider.of(organisation);
    }

    @Test
    void entraProvisionsSomebodyFromFirstToLastDay() {
        // Given
        entra.find("Users", "userName eq 'ada@example.org'")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0));
        String id = entra.user("ada@example.org", ADA)
                .then()
                .statusCode(201)
                .contentType("application/scim+json")
                .header("Location", matchesPattern("http.*/scim/v2/Users/[0-9a-f-]{36}"))
                .body("meta.version", equalTo("W/\"1\""))
                .body("phoneNumbers", nullValue())
                .body("name.familyName", equalTo("Lovelace"))
                .extract()
                .path("id");

        // When
        entra.find("Users", "userName eq 'ADA@example.org'").then().body("Resources.id", contains(id));
        entra.patch("/Users/" + id, """
                {'op':'Replace','path':'emails[type eq \\\"work\\\"].value','value':'ada@new.example'},
                {'op':'Add','path':'%s:department','value':'Research'},
                {'op':'Replace','value':{'name.familyName':'King','displayName':'Ada King','nickName':'A'}}""".formatted(IdentityProvider.ENTERPRISE))
                .then()
                .statusCode(200)
                .body("emails[0].value", equalTo("ada@new.example"))
                .body("displayName", equalTo("Ada King"))
                .body("name.familyName", equalTo("King"));
        entra.patch("/Users/" + id, "{'op':'Replace','path':'active','value':'False'}")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        // Then
        Event last =
                organisation.await(PEOPLE, event -> !event.data().path("active").asBoolean());
        assertThat(organisation.all(PEOPLE))
                .filteredOn(event -> event.subject().equals(last.subject()))
                .extracting(
                        event -> event.data().path("version").asInt(),
                        event -> event.data().path("email").asText(),
                        event -> event.data().path("displayName").asText(),
                        event -> event.data().path("unit").path("unitId").asText(),
                        event -> event.data().path("jobTitle").asText())
                .containsExactly(
                        tuple(1, "ada@example.org", "Ada Lovelace", "design", "Analyst"),
                        tuple(2, "ada@new.example", "Ada King", "research", "Analyst"),
                        tuple(3, "ada@new.example", "Ada King", "research", "Analyst"));
    }

    @Test
    void whatChangesNothingTellsNobody() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        String off = "{'op':'Replace','path':'active','value':'False'}";
        entra.patch("/Users/" + id, off).then().statusCode(200).body("meta.version", equalTo("W/\"2\""));

        // When
        entra.patch("/Users/" + id, off).then().statusCode(200).body("meta.version", equalTo("W/\"2\""));
        entra.put(
                        "/Users/" + id,
                        IdentityProvider.userBody("ada@example.org", ADA.replace("'active':true", "'active':'False'")))
                .then()
                .statusCode(200)
                .body("meta.version", equalTo("W/\"2\""));
        entra.user("marker@example.org", "");

        // Then
        assertThat(organisation.allUpTo(
                        PEOPLE,
                        event -> event.data().path("displayName").asText().equals("marker@example.org")))
                .hasSize(3);
    }

    @Test
    void oktaReplacesUsersAsAWholeAndSwitchesThemOff() {
        // Given
        String okta =
                ",'name':{'givenName':'Ben','familyName':'Ito'},'emails':[{'primary':true,'value':'ben@example.org',"
                        + "'type':'work'}],'displayName':'Ben Ito','locale':'en-US','externalId':'00u1','groups':[],'active':true";
        String id = entra.created("ben@example.org", okta);

        // When
        entra.put(
                        "/Users/" + id,
                        IdentityProvider.userBody(
                                "ben@example.org", okta.replace("Ito", "Sato") + ",'id':'" + id + "'"))
                .then()
                .statusCode(200)
                .body("name.familyName", equalTo("Sato"));
        entra.patch("/Users/" + id, "{'op':'replace','value':{'active':false}}")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        // Then
        Event left =
                organisation.await(PEOPLE, event -> !event.data().path("active").asBoolean());
        assertThat(left.data().path("displayName").asText()).isEqualTo("Ben Sato");
        entra.patch("/Users/" + id, "{'op':'replace','value':{'active':true}}")
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
    }

    @Test
    void evidenceThatWaitedGoesOnWhenTheDirectoryKnowsThePerson() {
        // Given
        Sender lms = Sender.lms(organisation);
        lms.statements("""
                {'actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},
                 'object':{'id':'urn:course'},'timestamp':'2026-11-20T10:00:00Z'}""").then().statusCode(200);
        assertThat(organisation.all(EVIDENCE)).isEmpty();

        // When
        entra.user("ada@example.org", ADA).then().statusCode(201);

        // Then
        Event evidence = organisation.await(EVIDENCE, event -> true);
        assertThat(evidence.data().path("activity").path("id").asText()).isEqualTo("urn:course");
        assertThat(evidence.subject())
                .isEqualTo(organisation.admin().get("/intake/v1/people").path("items[0].personId"));
    }

    @Test
    void somebodyKnownBeforeIsTakenUpAndNotMadeTwice() {
        // Given
        String known = organisation.hire("7", "ada");

        // When
        entra.user("ada@corp.example", ADA).then().statusCode(201);

        // Then
        organisation.admin().get("/intake/v1/people").then().body("items.personId", contains(known));
        organisation
                .admin()
                .get("/intake/v1/people/" + known)
                .then()
                .body("displayName", equalTo("Ada Lovelace"))
                .body("login", equalTo("ada"))
                .body(
                        "identities.kind",
                        hasItems("account", "mbox", "employeeNumber", "login", "platformUser", "directoryUser"));
    }

    @Test
    void aManagerMayComeBeforeOrAfterTheirPeople() {
        // Given
        String boss = entra.created("mia@example.org", "");
        String manager = ",'" + IdentityProvider.ENTERPRISE + "':{'manager':{'value':'" + boss + "'}}";

        // When
        String id = entra.created("ada@example.org", manager);
        String other = entra.created("ben@example.org", "");
        entra.patch(
                        "/Users/" + other,
                        "{'op':'Add','path':'" + IdentityProvider.ENTERPRISE + ":manager','value':'" + boss + "'}")
                .then()
                .statusCode(200)
                .body("'" + IdentityProvider.ENTERPRISE + "'.manager.value", equalTo(boss));

        // Then
        List<String> managers = organisation.admin().get("/intake/v1/people").path("items.managerId");
        assertThat(managers).filteredOn(found -> found != null).hasSize(2);
        entra.get("/Users/" + id).then().body("'" + IdentityProvider.ENTERPRISE + "'.manager.value", equalTo(boss));
    }

    @Test
    void aUserNameIsGivenOnceAndAPersonStandsForOneUser() {
        entra.user("ada@example.org", ADA).then().statusCode(201);

        entra.user("ADA@example.org", "")
                .then()
                .statusCode(409)
                .contentType("application/scim+json")
                .body("scimType", equalTo("uniqueness"))
                .body("status", equalTo("409"));
        entra.user("other@example.org", ",'emails':[{'value':'ada@example.org'}]")
                .then()
                .statusCode(409)
                .body("scimType", equalTo("uniqueness"));
    }

    @Test
    void whoeverComesBackIsWhoTheyWereAndNobodyElseIs() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        entra.request().delete("/scim/v2/Users/" + id).then().statusCode(204);
        entra.get("/Users/" + id).then().statusCode(404).body("status", equalTo("404"));
        entra.request().delete("/scim/v2/Users/" + id).then().statusCode(404);
        organisation.admin().get("/intake/v1/people").then().body("items.active", contains(false));

        // When
        var stranger = entra.user(
                "ada@example.org",
                ADA.replace("oid-ada", "oid-other").replace("'employeeNumber':'7'", "'employeeNumber':'9'"));
        var same = entra.user("ada@example.org", ADA);

        // Then
        stranger.then().statusCode(409).body("scimType", equalTo("uniqueness"));
        same.then().statusCode(201).body("id", equalTo(id));
        organisation.admin().get("/intake/v1/people").then().body("items.active", contains(true));
    }

    /** RFC 7644 section 3.6: a deleted user is in nobody's way. */
    @Test
    void aUserNameIsHandedOnOnceSomebodyHasLeft() {
        // Given
        String left = entra.created("ada@example.org", ADA);
        entra.request().delete("/scim/v2/Users/" + left).then().statusCode(204);
        String other = ADA.replace("oid-ada", "oid-other")
                .replace("'employeeNumber':'7'", "'employeeNumber':'9'")
                .replace("'value':'ada@example.org'", "'value':'new.ada@example.org'");

        // When
        var created = entra.user("ada@example.org", other);

        // Then
        String id = created.then().statusCode(201).extract().path("id");
        assertThat(id).isNotEqualTo(left);
        organisation.admin().get("/intake/v1/people").then().body("items.employeeNumber", containsInAnyOrder("7", "9"));
        entra.request().delete("/scim/v2/Users/" + id).then().statusCode(204);
        String renamed = entra.created("x", "");
        entra.patch("/Users/" + renamed, "{'op':'replace','path':'userName','value':'ADA@example.org'}")
                .then()
                .statusCode(200);
    }

    @Test
    void contradictionsTellOfMerging() {
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");

        entra.user(
                        "x",
                        ",'emails':[{'value':'ben@example.org'}],'" + IdentityProvider.ENTERPRISE
                                + "':{'employeeNumber':'7'}")
                .then()
                .statusCode(409)
                .body("detail", org.hamcrest.Matchers.containsString("/merge"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "userName eq \"ada@EXAMPLE.org\";1",
                "externalId eq \"oid-ada\";1",
                "externalId eq \"OID-ada\";0",
                "emails.value eq \"ada@example.org\";1",
                "emails[type eq \"work\"].value eq \"ada@example.org\";1",
                "emails[type eq \"home\" and value eq \"ada@example.org\"];0",
                "emails[type eq \"home\"];1",
                "userName sw \"ada\" and active eq true;1",
                "userName co \"EXAMPLE\" or displayName eq \"nobody\";2",
                "not (userName ew \".org\");0",
                "name.familyName eq \"lovelace\";1",
                "title pr;1",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"7\";1",
                "meta.lastModified gt \"2020-01-01T00:00:00Z\";2",
                "id eq \"nobody\";0",
                "userName eq \"' or 1=1 --\";0",
                "active eq false;0",
                "meta.created gt \"2020-01-01T00:00:00+02:00\";2",
                "active pr;2"
            })
    void filtersAsDirectoriesAsk(String filter, int expected) {
        entra.created("ada@example.org", ADA);
        entra.created("ben@example.org", ",'emails':[{'type':'home','value':'ben@home.example'}]");

        entra.request()
                .queryParam("filter", filter)
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "userName eq;invalidFilter",
                "shoeSize eq \"42\";invalidFilter",
                "((((((((((((((((((((((((((((((((userName pr))))))))))))))))))))))))))))))));invalidFilter",
                "meta.created gt \"soon\";invalidFilter",
                "meta.created co \"2020-01-01T00:00:00Z\";invalidFilter",
                "active eq \"perhaps\";invalidFilter",
                "active gt true;invalidFilter",
                "active eq \"True\";invalidFilter",
                "userName eq true;invalidFilter"
            })
    void filtersThatNobodyUnderstandsAreRefused(String filter, String scimType) {
        entra.request()
                .queryParam("filter", filter)
                .get("/scim/v2/Users")
                .then()
                .statusCode(400)
                .contentType("application/scim+json")
                .body("scimType", equalTo(scimType));
    }

    @Test
    void pagesAndPartsAreWhatWasAskedFor() {
        IntStream.range(0, 3).forEach(number -> entra.created("user" + number, ""));

        entra.get("/Users?startIndex=2&count=1&attributes=userName")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(3))
                .body("itemsPerPage", equalTo(1))
                .body("startIndex", equalTo(2))
                .body("Resources.userName", contains("user1"))
                .body("Resources[0].id", notNullValue())
                .body("Resources[0].active", nullValue());
        entra.get("/Users?count=0").then().body("totalResults", equalTo(3)).body("Resources", nullValue());
        entra.post(
                        "/Users/.search",
                        "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],"
                                + "'filter':'userName eq \\\"user2\\\"'}")
                .then()
                .statusCode(200)
                .body("Resources.userName", contains("user2"));
    }

    @Test
    void versionsKeepChangesFromUndoingEachOther() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        String title = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'replace',"
                + "'path':'title','value':'Countess'}]}";

        // When
        entra.request()
                .header("If-Match", "W/\"1\"")
                .body(dev.touchstone.intake.JsonText.bytes(title))
                .patch("/scim/v2/Users/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("W/\"2\""));

        // Then
        entra.request()
                .header("If-Match", "W/\"1\"")
                .body(dev.touchstone.intake.JsonText.bytes(title.replace("Countess", "Analyst")))
                .patch("/scim/v2/Users/" + id)
                .then()
                .statusCode(412);
        entra.request()
                .header("If-None-Match", "W/\"2\"")
                .get("/scim/v2/Users/" + id)
                .then()
                .statusCode(304);
        entra.get("/Users/" + id).then().body("title", equalTo("Countess"));
    }

    @Test
    void changesAtTheSameTimeAreAllKept() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        List<String> operations = List.of(
                "{'op':'replace','path':'title','value':'Countess'}",
                "{'op':'replace','path':'displayName','value':'Countess of Lovelace'}",
                "{'op':'replace','path':'name.givenName','value':'Augusta'}",
                "{'op':'add','path':'emails','value':[{'type':'home','value':'ada@home.example'}]}",
                "{'op':'replace','path':'externalId','value':'oid-2'}",
                "{'op':'replace','path':'active','value':false}");

        // When
        List<CompletableFuture<Integer>> changes = operations.stream()
                .map(operation -> CompletableFuture.supplyAsync(
                        () -> entra.patch("/Users/" + id, operation).statusCode()))
                .toList();

        // Then
        assertThat(changes).allSatisfy(change -> assertThat(change.join()).isEqualTo(200));
        entra.get("/Users/" + id)
                .then()
                .body("title", equalTo("Countess"))
                .body("displayName", equalTo("Countess of Lovelace"))
                .body("name.givenName", equalTo("Augusta"))
                .body("emails.value", hasItem("ada@home.example"))
                .body("externalId", equalTo("oid-2"))
                .body("active", equalTo(false));
    }

    @Test
    void anAddressThatTheUserHasNotYetIsAdded() {
        String id = entra.created("ada@example.org", "");

        entra.patch("/Users/" + id, """
                {'op':'Add','path':'emails[type eq \\\"work\\\"].value','value':'ada@example.org'},
                {'op':'Add','path':'phoneNumbers[type eq \\\"work\\\"].value','value':'1'}""")
                .then()
                .statusCode(200)
                .body("emails.value", contains("ada@example.org"))
                .body("emails.type", contains("work"));
        entra.patch("/Users/" + id, "{'op':'Remove','path':'emails[type eq \\\"work\\\"]'}")
                .then()
                .statusCode(200)
                .body("emails", nullValue());
        organisation.admin().get("/intake/v1/people").then().body("items[0].email", nullValue());
    }

    @Test
    void whoeverIsOffStaysOffWhereNothingIsSaidOfIt() {
        // Given
        String id = entra.created("ada@example.org", ADA.replace("'active':true", "'active':false"));

        // When
        var replaced = entra.put("/Users/" + id, IdentityProvider.userBody("ada@example.org", ",'title':'Countess'"));

        // Then
        replaced.then().statusCode(200).body("active", equalTo(false)).body("title", equalTo("Countess"));
        entra.patch("/Users/" + id, "{'op':'remove','path':'active'}").then().body("active", equalTo(false));
    }

    @Test
    void aUserWhoIsOffInOneDirectoryIsAtWorkByAnother() {
        // Given
        entra.created("ada@example.org", ADA);
        IdentityProvider okta = IdentityProvider.of(organisation);

        // When
        okta.user("ada", ADA.replace("'active':true", "'active':false"))
                .then()
                .statusCode(201)
                .body("active", equalTo(false));

        // Then
        organisation.admin().get("/intake/v1/people").then().body("items.active", contains(true));
    }

    @Test
    void anOperationWithoutAValueIsAMistake() {
        String id = entra.created("ada@example.org", ADA);

        entra.patch("/Users/" + id, "{'op':'replace','path':'title'}")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        entra.patch("/Users/" + id, "{'op':'replace','value':{'id':'" + id + "'}}")
                .then()
                .statusCode(200)
                .body("meta.version", equalTo("W/\"1\""));
    }

    @Test
    void filtersAreBoundedWhereverTheyStand() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        String deep = "(".repeat(20_000) + "title pr" + ")".repeat(20_000);

        // When
        var searched = entra.post(
                "/Users/.search",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'filter':'" + deep + "'}");
        var patched = entra.patch("/Users/" + id, "{'op':'remove','path':'emails[" + deep + "]'}");

        // Then
        searched.then().statusCode(400).body("scimType", equalTo("invalidFilter"));
        patched.then().statusCode(400).body("scimType", equalTo("invalidFilter"));
    }

    @Test
    void nobodySeesAnothersUsers() {
        // Given
        String id = entra.created("ada@example.org", ADA);
        IdentityProvider stranger = IdentityProvider.of(new Organisation());
        IdentityProvider second = IdentityProvider.of(organisation);

        // Then
        for (IdentityProvider other : List.of(stranger, second)) {
            other.get("/Users/" + id).then().statusCode(404);
            other.patch("/Users/" + id, "{'op':'replace','path':'active','value':false}")
                    .then()
                    .statusCode(404);
            other.request().delete("/scim/v2/Users/" + id).then().statusCode(404);
            other.get("/Users").then().body("totalResults", equalTo(0));
        }
        entra.get("/Users/" + id).then().statusCode(200).body("active", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/Users",
        "POST,/Users",
        "GET,/Users/00000000-0000-4000-8000-000000000000",
        "PUT,/Users/00000000-0000-4000-8000-000000000000",
        "PATCH,/Users/00000000-0000-4000-8000-000000000000",
        "DELETE,/Users/00000000-0000-4000-8000-000000000000",
        "POST,/Users/.search",
        "POST,/Bulk",
        "GET,/ServiceProviderConfig",
        "GET,/Schemas",
        "GET,/ResourceTypes"
    })
    void onlyAScimConnectionComesIn(String method, String address) {
        Sender people = Sender.of(organisation.connect("{'name':'HR','source':'hris','channel':'people'}"));

        given().request(method, "/scim/v2" + address)
                .then()
                .statusCode(401)
                .contentType("application/scim+json")
                .body("schemas", contains("urn:ietf:params:scim:api:messages:2.0:Error"));
        given().header("Authorization", "Bearer " + entra.sender().token() + "x")
                .request(method, "/scim/v2" + address)
                .then()
                .statusCode(401)
                .contentType("application/scim+json")
                .body("status", equalTo("401"));
        given().header("Authorization", "Bearer " + people.token())
                .request(method, "/scim/v2" + address)
                .then()
                .statusCode(403)
                .contentType("application/scim+json")
                .body("status", equalTo("403"));
        organisation.admin().request(method, "/scim/v2" + address).then().statusCode(403);
    }

    @Test
    void onlyAnHrSystemMayBeSuchAConnection() {
        organisation
                .connect("{'name':'X','source':'lms','channel':'scim'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/source"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']};400",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'  '};400",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'a','emails':[{'value':'nowhere'}]};400",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'a\\u0000'};400",
                "[];400",
                "{;400"
            })
    void mistakesAreTheSenders(String body, int status) {
        entra.post("/Users", body)
                .then()
                .statusCode(status)
                .contentType("application/scim+json")
                .body("schemas", contains("urn:ietf:params:scim:api:messages:2.0:Error"));
    }

    @Test
    void addressesThatThereAreNot() {
        entra.get("/Devices").then().statusCode(404).contentType("application/scim+json");
        entra.get("/Users/not-an-id").then().statusCode(404).body("status", equalTo("404"));
        entra.request().delete("/scim/v2/Users/s").then().statusCode(404);
        entra.get("/Bulk").then().statusCode(405);
    }

    @Test
    void saysWhatItCanDo() {
        entra.get("/ServiceProviderConfig")
                .then()
                .statusCode(200)
                .body("patch.supported", equalTo(true))
                .body("bulk.maxOperations", equalTo(500))
                .body("filter.maxResults", equalTo(200))
                .body("etag.supported", equalTo(true))
                .body("sort.supported", equalTo(false))
                .body("authenticationSchemes.type", contains("oauthbearertoken"));
        entra.get("/ResourceTypes").then().statusCode(200).body("Resources.id", hasItems("User", "Group"));
        entra.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                .then()
                .statusCode(200)
                .body("attributes.name", hasItems("userName", "emails", "active"))
                .body("attributes.name", not(hasItem("phoneNumbers")));
        entra.get("/Schemas").then().statusCode(200).body("Resources", hasSize(org.hamcrest.Matchers.greaterThan(2)));
    }
}
