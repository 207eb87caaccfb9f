package dev.touchstone.issuance.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IssuanceIT
class IssuerIT {

    private final Organisation organisation = Organisation.fresh();

    @Inject
    Database database;

    @Inject
    KeyVault vault;

    @Test
    void putsTheProfileOnTheNextCredentialAndLeavesTheLastOneAlone() {
        // Given
        UUID person = UUID.randomUUID();
        String first = organisation.issue(person).data().get("credentialId").asText();

        // When
        var answer = put("""
                {"name": "Northwind Skills", "url": "https://northwind.example", "email": "skills@northwind.example",
                 "description": "Recognition at work", "image": "https://northwind.example/logo.png"}""");

        // Then
        answer.statusCode(200)
                .body("did", equalTo("did:web:localhost%3A8083:" + organisation.tenant()))
                .body("name", equalTo("Northwind Skills"))
                .body("keys.purpose", containsInAnyOrder("credential", "status-list"))
                .body("keys.id", everyItem(startsWith("did:web:localhost%3A8083:" + organisation.tenant() + "#z6Mk")));
        String second = organisation.issue(person).data().get("credentialId").asText();
        given().get("/credentials/{id}", second)
                .then()
                .body("issuer.name", equalTo("Northwind Skills"))
                .body("issuer.email", equalTo("skills@northwind.example"))
                .body("issuer.image.id", equalTo("https://northwind.example/logo.png"));
        given().get("/credentials/{id}", first).then().body("issuer.name", equalTo(organisation.tenant()));
        Api.verify(Api.credential(first)).body("verdict", equalTo("valid"));
        Api.verify(Api.credential(second)).body("verdict", equalTo("valid"));
    }

    @Test
    void takesAProfileBeforeTheFirstAward() {
        // Given
        Api.admin(organisation.tenant()).get("/credentials/v1/issuer").then().statusCode(404);

        // When
        put("{\"name\": \"Contoso Academy\"}").statusCode(200);

        // Then
        Api.admin(organisation.tenant())
                .get("/credentials/v1/issuer")
                .then()
                .statusCode(200)
                .body("name", equalTo("Contoso Academy"));
        given().get("/{tenant}/did.json", organisation.tenant()).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /name",
                "{\"name\": \"  \"} | /name",
                "{\"name\": 7} | /name",
                "{\"name\": \"a\", \"url\": \"javascript:alert(1)\"} | /url",
                "{\"name\": \"a\", \"image\": \"not an address\"} | /image",
                "{\"name\": \"a\", \"email\": \"nobody\"} | /email",
                "{\"name\": \"a\", \"colour\": \"blue\"} | /colour"
            })
    void pointsAtWhatIsWrong(String body, String pointer) {
        // When
        var answer = put(body);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesAnOrganisationWhoseNameIsAnAddressOfTheService() {
        // When
        var answer = Api.admin("credentials")
                .contentType("application/json")
                .body("{\"name\": \"a\"}")
                .put("/credentials/v1/issuer")
                .then();

        // Then
        answer.statusCode(409).contentType("application/problem+json");
    }

    @Test
    void storesNoKeyThatCanBeReadWithoutTheMasterKey() {
        // Given
        put("{\"name\": \"a\"}").statusCode(200);

        // When
        List<String> keys = database.texts(
                "select multikey || ' ' || encode(sealed_seed, 'hex') from issuer_key where tenant_id = ?",
                organisation.tenant());

        // Then
        assertThat(keys).hasSize(2).allSatisfy(row -> {
            String multikey = row.split(" ")[0];
            String sealed = row.split(" ")[1];
            byte[] seed =
                    vault.open(organisation.tenant(), multikey, HexFormat.of().parseHex(sealed));
            assertThat(new BouncyCastleEd25519().publicKey(seed).text()).isEqualTo(multikey);
            assertThat(sealed).doesNotContain(HexFormat.of().formatHex(seed));
        });
    }

    private ValidatableResponse put(String body) {
        return Api.admin(organisation.tenant())
                .contentType("application/json")
                .body(body)
                .put("/credentials/v1/issuer")
                .then();
    }
}
