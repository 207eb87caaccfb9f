package dev.touchstone.intake.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IdentityProvider;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory says how people sign in, once it was told which attribute that is. */
@IntakeIT
class ScimLoginIT {

    private static final String OWN = "urn:ietf:params:scim:schemas:extension:touchstone:2.0:User";
    /** As Entra ID maps it by default, the object id as externalId. */
    private static final String ENTRA = """
            ,'externalId':'5f0b1c9e-9d3c-4a57-8f3e-0c7f1e4f7a11','active':true,'displayName':'Ada Lovelace',
            'emails':[{'primary':true,'type':'work','value':'ada@example.org'}],'meta':{'resourceType':'User'},
            'name':{'formatted':'Ada Lovelace','familyName':'Lovelace','givenName':'Ada'},'roles':[]""";

    private static final String OBJECT_ID = "5f0b1c9e-9d3c-4a57-8f3e-0c7f1e4f7a11";
    /** As Okta sends it: its user id as externalId, the login as userName. */
    private static final String OKTA = """
            ,'name':{'givenName':'Ben','familyName':'Ito'},'displayName':'Ben Ito','locale':'en-US',
            'emails':[{'primary':true,'value':'ben@example.org','type':'work'}],'externalId':'00u1a2b3c4d5e6f7g8h9',
            'groups':[],'active':true""";

    private final Organisation organisation = new Organisation();
    private IdentityProvider directory;

    @BeforeEach
    void connect() {
        directory = IdentityProvider.of(organisation);
    }

    @Test
    void nobodySignsInByWhatNobodySaidIsALogin() {
        // When
        directory.created("ada@example.org", ENTRA);

        // Then
        setting(organisation.admin()).then().statusCode(200).body("source", equalTo("none"));
        me(OBJECT_ID).then().statusCode(404);
        me("ada@example.org").then().statusCode(404);
    }

    @Test
    void entraSaysItByItsObjectId() {
        // Given
        tell("externalId").then().statusCode(200).body("users", equalTo(0));

        // When
        directory.created("ada@example.org", ENTRA);

        // Then
        me(OBJECT_ID)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada Lovelace"))
                .body("login", equalTo(OBJECT_ID));
        me("ada@example.org").then().statusCode(404);
    }

    @Test
    void oktaSaysItByTheUserNameAndKeepsItUpToDate() {
        // Given
        tell("userName").then().statusCode(200);
        String id = directory.created("ben@example.org", OKTA);

        // When
        directory
                .put("/Users/" + id, IdentityProvider.userBody("ben.ito@example.org", OKTA))
                .then()
                .statusCode(200);

        // Then
        me("ben.ito@example.org").then().statusCode(200).body("displayName", equalTo("Ben Ito"));
        me("ben@example.org").then().statusCode(404);
    }

    @Test
    void theUsersThereAreSignInAsWell() {
        // Given
        directory.created("ada@example.org", ENTRA);
        directory.created("ben@example.org", OKTA);
        directory.created("nobody@example.org", "");

        // When
        tell("externalId")
                .then()
                .statusCode(200)
                .body("source", equalTo("externalId"))
                .body("users", equalTo(2))
                .body("refused", empty());

        // Then
        me(OBJECT_ID).then().statusCode(200);
        me("00u1a2b3c4d5e6f7g8h9").then().statusCode(200);
        tell("externalId").then().statusCode(200).body("users", equalTo(2));
    }

    @Test
    void moreUsersThanOneTransactionTakes() {
        // Given
        StringBuilder operations = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            operations
                    .append(i == 0 ? "" : ",")
                    .append("{'method':'POST','path':'/Users','bulkId':'b" + i + "','data':"
                            + IdentityProvider.userBody("u" + i, ",'externalId':'oid-" + i + "'") + "}");
        }
        directory.bulk(operations.toString(), "").then().statusCode(200);

        // When
        var told = tell("externalId");

        // Then
        told.then().statusCode(200).body("users", equalTo(250));
        me("oid-0").then().statusCode(200);
        me("oid-249").then().statusCode(200);
    }

    @Test
    void anAttributeOfOurOwnIsSentWhereNoOtherFits() {
        // Given
        tell("login").then().statusCode(200);
        String id = directory
                .user("ada@example.org", ENTRA + ",'" + OWN + "':{'login':'sub-1'}")
                .then()
                .statusCode(201)
                .body("'" + OWN + "'.login", equalTo("sub-1"))
                .body("schemas", hasItem(OWN))
                .extract()
                .path("id");
        me("sub-1").then().statusCode(200);

        // When
        directory
                .patch("/Users/" + id, "{'op':'Replace','path':'" + OWN + ":login','value':'sub-2'}")
                .then()
                .statusCode(200)
                .body("'" + OWN + "'.login", equalTo("sub-2"));

        // Then
        me("sub-2").then().statusCode(200);
        me("sub-1").then().statusCode(404);
        directory
                .patch("/Users/" + id, "{'op':'Remove','path':'" + OWN + ":login'}")
                .then()
                .statusCode(200);
        me("sub-2").then().statusCode(404);
    }

    @Test
    void theAttributeIsAmongTheSchemas() {
        directory
                .get("/Schemas/" + OWN)
                .then()
                .statusCode(200)
                .body("attributes.name", contains("login"))
                .body("attributes[0].caseExact", equalTo(true));
        directory.get("/ResourceTypes/User").then().statusCode(200).body("schemaExtensions.schema", hasItem(OWN));
    }

    @Test
    void aLoginThatIsSomebodyElsesIsRefusedUntilTheyAreMerged() {
        // Given
        String known = organisation.hire("7", OBJECT_ID);
        String id = directory.created("a.lovelace@example.org", ENTRA.replace("ada@example.org", "a@example.org"));
        String other = organisation
                .admin()
                .get("/intake/v1/people")
                .path("items.find { it.displayName == 'Ada Lovelace' }.personId");

        // When
        var told = tell("externalId");

        // Then
        told.then().statusCode(200).body("refused", contains(id));
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'into':'" + other + "'}"))
                .post("/intake/v1/people/" + known + "/merge")
                .then()
                .statusCode(200);
        tell("externalId").then().body("refused", empty());
        me(OBJECT_ID).then().statusCode(200).body("personId", equalTo(other));
    }

    @Test
    void noneLeavesWhatWasSaid() {
        // Given
        tell("externalId");
        directory.created("ada@example.org", ENTRA);

        // When
        tell("none").then().statusCode(200).body("source", equalTo("none"));

        // Then
        directory.created("ben@example.org", OKTA);
        me(OBJECT_ID).then().statusCode(200);
        me("00u1a2b3c4d5e6f7g8h9").then().statusCode(404);
    }

    @Test
    void isForAdministratorsOfTheOrganisation() {
        tell(given(), "externalId").then().statusCode(401);
        tell(organisation.as("mia", "manager"), "externalId").then().statusCode(403);
        tell(new Organisation().admin(), "externalId").then().statusCode(404);
        setting(given()).then().statusCode(401);
        setting(organisation.as("mia", "manager")).then().statusCode(403);
        setting(new Organisation().admin()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'source':'email'}", "{}", "{'source':'none','more':1}"})
    void whatIsNoSourceIsAMistake(String body) {
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes(body))
                .put(address())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void onlyADirectoryHasLogins() {
        // Given
        String id = organisation
                .connect("{'name':'HR','source':'hris','channel':'people'}")
                .path("connectionId");

        // When
        Response told = organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'source':'externalId'}"))
                .put("/intake/v1/connections/" + id + "/login");

        // Then
        assertThat(told.statusCode()).isEqualTo(409);
    }

    private Response tell(String source) {
        return tell(organisation.admin(), source);
    }

    private Response tell(RequestSpecification as, String source) {
        return as.contentType("application/json")
                .body(JsonText.bytes("{'source':'" + source + "'}"))
                .put(address());
    }

    private Response setting(RequestSpecification as) {
        return as.get(address());
    }

    private String address() {
        return "/intake/v1/connections/" + directory.sender().connectionId() + "/login";
    }

    private Response me(String login) {
        return organisation.as(login, "employee").get("/intake/v1/people/me");
    }
}
