package dev.touchstone.profile.adapter.kafka;

import static io.restassured.RestAssured.given;

/** Small role sheets for tests. */
public final class RoleSheets {

    private static final String HEADER = "Role,Role Level,Skill Name,Skill Level\n";

    private RoleSheets() {}

    /** @param rows role, level, skill, skill level */
    public static void putInForce(String admin, String frameworkId, String... rows) {
        given().auth()
                .oauth2(admin)
                .contentType("text/csv")
                .queryParam("frameworkId", frameworkId)
                .queryParam("title", "Riggers")
                .queryParam("licence", "Ours")
                .queryParam("attribution", "By us")
                .body(HEADER + String.join("\n", rows) + "\n")
                .when()
                .post("/profile/v1/frameworks")
                .then()
                .statusCode(201);
    }
}
