package dev.touchstone.intake.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.intake.JsonText;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A learning system that uses the record store as a whole, in one version of xAPI. */
public record Lms(Sender sender, String version) {

    public static Lms of(Organisation organisation) {
        return new Lms(Sender.lms(organisation), "2.0.0");
    }

    public Lms speaking(String other) {
        return new Lms(sender, other);
    }

    public RequestSpecification request() {
        return given().auth()
                .preemptive()
                .basic(sender.key(), sender.secret())
                .header("X-Experience-API-Version", version);
    }

    /** Single quotes stand for double ones. */
    public Response post(String statements) {
        return request()
                .contentType("application/json")
                .body(JsonText.bytes(statements))
                .post("/xapi/statements");
    }

    /** Posts what has to be taken; answers with the id of the first. */
    public String stored(String statements) {
        return post(statements).then().statusCode(200).extract().path("[0]");
    }

    public Response find(Map<String, ?> parameters) {
        return request().queryParams(parameters).get("/xapi/statements");
    }

    public Response find(String name, Object value) {
        return find(Map.of(name, value));
    }

    /** A statement by agent, verb and activity; {@code more} begins with a comma or is empty. */
    public static String statement(String agent, String verb, String activity, String more) {
        return "{'actor':" + agent(agent) + ",'verb':{'id':'http://verb.example/" + verb + "'},'object':{'id':'"
                + activity + "'}" + more + "}";
    }

    /** A statement whose object is another. */
    public static String about(String id, String agent, String verb, String more) {
        return "{'actor':" + agent(agent) + ",'verb':{'id':'" + verb + "'},'object':{'objectType':'StatementRef','id':'"
                + id + "'}" + more + "}";
    }

    public static String agent(String name) {
        return "{'objectType':'Agent','mbox':'mailto:" + name + "@example.org'}";
    }

    /** As a parameter is written. */
    public static String agentParameter(String name) {
        return agent(name).replace('\'', '"');
    }
}
