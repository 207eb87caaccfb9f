package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IssuanceIT
class PublicPagesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Organisation organisation = Organisation.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/vc+ld+json",
                "application/vc+ld+json | application/vc+ld+json",
                "application/vc | application/vc",
                "application/ld+json | application/ld+json",
                "application/json | application/json",
                "application/json, text/html | application/json",
                BROWSER + " | text/html;charset=UTF-8"
            })
    void answersInTheFormAskedFor(String accept, String expected) {
        // Given
        String id = issue();

        // When
        var answer = given().accept(accept).get("/credentials/{id}", id).then();

        // Then
        answer.statusCode(200)
                .contentType(startsWith(expected))
                .header("Vary", containsString("Accept"))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void showsPeopleWhatWasShownAndLetsNothingRun() {
        // Given
        UUID person = UUID.randomUUID();
        UUID decision = UUID.randomUUID();
        String script = "<script>alert('x')</script>";
        Topics.publish(Organisation.PEOPLE, organisation.person(person));
        Topics.publish(
                Organisation.ACHIEVEMENTS,
                organisation.achievement(data -> data.put("name", script)
                        .put("criteriaNarrative", script)
                        .put("imageId", "javascript:alert(1)")));
        Topics.publish(
                Organisation.ASSESSMENTS,
                organisation.award(
                        person, decision, data -> data.putArray("reasons").add("\"><img src=x onerror=alert(1)>")));
        String id = organisation.issued(decision).data().get("credentialId").asText();

        // When
        var page = given().accept(BROWSER).get("/credentials/{id}", id).then();

        // Then
        page.statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("&lt;script&gt;"))
                .body(containsString("Checkout answers with 503"))
                .body(not(containsString("<script")))
                .body(not(containsString("onerror=alert(1)>")))
                .body(not(containsString("javascript:")))
                .body(not(containsString("Ida Lindqvist")));
        String achievement = "/" + organisation.tenant() + "/achievements/incident-leadership/v3";
        given().accept(BROWSER)
                .get(achievement)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(not(containsString("<script")));
        given().accept(BROWSER)
                .get(achievement + "/criteria")
                .then()
                .statusCode(200)
                .body(not(containsString("<script")));
        given().get(achievement + "/image.svg").then().statusCode(200).body(not(containsString("<script")));
        given().accept(BROWSER)
                .get("/" + organisation.tenant() + "/issuer")
                .then()
                .statusCode(200)
                .body(containsString("did:web:localhost%3A8083:" + organisation.tenant()));
    }

    @Test
    void sendsNothingTwice() {
        // Given
        issue();
        for (String address :
                new String[] {"/did.json", "/issuer", "/status/1", "/achievements/incident-leadership/v3", "/image.svg"
                }) {
            String path = "/" + organisation.tenant() + address;
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");

            // When
            var again = given().header("If-None-Match", "\"other\", W/" + tag).get(path);

            // Then
            again.then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", startsWith("public, max-age="))
                    .body(equalTo(""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/credentials/8e0b1f0a-3f0e-4c57-9c52-1b2f0a6f3a10",
                "/credentials/nonsense",
                "/no-such-organisation/did.json",
                "/no-such-organisation/issuer",
                "/no-such-organisation/status/1",
                "/no-such-organisation/achievements/x-y-z/v1",
                "/Not_A_Name/did.json",
                "/no-such-organisation/status/0",
                "/no-such-organisation/status/99999999999999999999",
                "/no-such-organisation/achievements/x-y-z/v0",
                "/credentials/did.json",
                "/ops/did.json"
            })
    void knowsNothingElse(String path) {
        // When
        var answer = given().accept("application/json").get(path).then();

        // Then
        answer.statusCode(404).contentType("application/problem+json");
    }

    @Test
    void verifiesWhatIsSentAndReadsNothing() {
        given().get("/credentials/verify").then().statusCode(405).contentType("application/problem+json");
    }

    private String issue() {
        return organisation.issue(UUID.randomUUID()).data().get("credentialId").asText();
    }
}
