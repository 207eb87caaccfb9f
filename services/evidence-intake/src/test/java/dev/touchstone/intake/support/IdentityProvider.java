package dev.touchstone.intake.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.intake.JsonText;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A directory that keeps an organisation's people up to date by SCIM. Single quotes stand for double ones. */
public record IdentityProvider(Sender sender) {

    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    public static IdentityProvider of(Organisation organisation) {
        return new IdentityProvider(
                Sender.of(organisation.connect("{'name':'Entra','source':'hris','channel':'scim'}")));
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + sender.token()).contentType("application/scim+json");
    }

    public Response get(String address) {
        return request().get("/scim/v2" + address);
    }

    public Response find(String resource, String filter) {
        return request().queryParam("filter", filter.replace('\'', '"')).get("/scim/v2/" + resource);
    }

    public Response post(String address, String body) {
        return request().body(JsonText.bytes(body)).post("/scim/v2" + address);
    }

    /** A user by its user name; {@code more} begins with a comma or is empty. */
    public String created(String userName, String more) {
        return user(userName, more).then().statusCode(201).extract().path("id");
    }

    public Response user(String userName, String more) {
        return post("/Users", userBody(userName, more));
    }

    public static String userBody(String userName, String more) {
        return "{'schemas':['" + CORE + "User','" + ENTERPRISE + "'],'userName':'" + userName + "'" + more + "}";
    }

    public Response group(String name, String more) {
        return post("/Groups", "{'schemas':['" + CORE + "Group'],'displayName':'" + name + "'" + more + "}");
    }

    public Response patch(String address, String operations) {
        return request()
                .body(JsonText.bytes("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                        + operations + "]}"))
                .patch("/scim/v2" + address);
    }

    public Response put(String address, String body) {
        return request().body(JsonText.bytes(body)).put("/scim/v2" + address);
    }

    public Response bulk(String operations, String more) {
        return post(
                "/Bulk",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest']" + more + ",'Operations':["
                        + operations + "]}");
    }
}
