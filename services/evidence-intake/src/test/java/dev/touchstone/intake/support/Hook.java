package dev.touchstone.intake.support;

import static io.restassured.RestAssured.given;

import dev.touchstone.intake.JsonText;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A webhook connection with any sort of verifier. */
public record Hook(Organisation organisation, String connectionId, String secret) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Single quotes stand for double ones; {@code more} begins with a comma or is empty. */
    public static Hook of(Organisation organisation, String source, String verifier, String template, String more) {
        Response created = organisation.connect("{'name':'Hook','source':'" + source
                + "','channel':'webhook','verifier':" + verifier + ",'template':'" + template.replace("\"", "\\\"")
                + "'" + more + "}");
        created.then().statusCode(201);
        return new Hook(organisation, created.path("connectionId"), created.path("secret"));
    }

    /** One whose template makes nothing of what comes. */
    public static Hook of(Organisation organisation, String verifier) {
        return of(organisation, "other", verifier, "null", "");
    }

    /** With a second secret, beside this one. */
    public Hook rotated() {
        String second = organisation
                .admin()
                .contentType("application/json")
                .body("{}")
                .post("/intake/v1/connections/" + connectionId + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        return new Hook(organisation, connectionId, second);
    }

    public String path() {
        return "/intake/v1/hooks/" + connectionId;
    }

    /** Single quotes stand for double ones. */
    public Response post(String body) {
        return post(given(), body);
    }

    /** Single quotes stand for double ones. */
    public Response post(RequestSpecification request, String body) {
        return request.contentType("application/json")
                .body(JsonText.bytes(body))
                .post(path());
    }

    /** A form that has been encoded already. */
    public Response form(RequestSpecification request, String body) {
        return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(FORM, ContentType.TEXT)))
                .contentType(FORM)
                .body(body)
                .post(path());
    }

    public Response deliveries() {
        return organisation.admin().get("/intake/v1/deliveries?connectionId=" + connectionId);
    }
}
