package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntakeIT
class AttachmentsIT {

    private static final String BOUNDARY = "here-it-ends";
    private static final String SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
    }

    @Test
    void contentComesBackByteForByte() {
        // Given
        byte[] content = new byte[300_000];
        for (int index = 0; index < content.length; index++) {
            content[index] = (byte) (index * 31);
        }

        // When
        String id = post(statement(attachment("http://use.example", "image/png", content)), part(content))
                .then()
                .statusCode(200)
                .extract()
                .path("[0]");
        Response found = lms.find(Map.of("statementId", id, "attachments", true));

        // Then
        found.then().statusCode(200).contentType(startsWith("multipart/mixed"));
        List<Multipart.Part> parts = Multipart.read(found.contentType(), found.asByteArray());
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).header("content-type")).isEqualTo("application/json");
        assertThat(parts.get(1).content()).isEqualTo(content);
        assertThat(parts.get(1).header("x-experience-api-hash")).isEqualTo(digest(content));
        lms.find(Map.of("statementId", id))
                .then()
                .contentType("application/json")
                .body("id", equalTo(id));
        Lms.of(new Organisation())
                .find(Map.of("statementId", id, "attachments", true))
                .then()
                .statusCode(404);
    }

    @Test
    void attachmentsOfAPageAreBoundedAndTheRestIsOnTheNext() {
        // Given
        for (int number = 0; number < 3; number++) {
            byte[] content = new byte[5_000_000];
            content[0] = (byte) number;
            post(statement(attachment("http://use.example", "video/mp4", content)), part(content))
                    .then()
                    .statusCode(200);
        }

        // When
        Response first = lms.find(Map.of("attachments", true));

        // Then
        first.then().statusCode(200);
        List<Multipart.Part> parts = Multipart.read(first.contentType(), first.asByteArray());
        assertThat(parts).hasSize(2);
        String more = JsonPath.from(new String(parts.get(0).content(), StandardCharsets.UTF_8))
                .getString("more");
        Response second = lms.request().urlEncodingEnabled(false).get(more);
        assertThat(Multipart.read(second.contentType(), second.asByteArray())).hasSize(2);
        lms.find(Map.of("limit", 10)).then().body("statements.size()", equalTo(3));
    }

    @Test
    void refusesPartsThatDoNotFit() {
        byte[] content = "here".getBytes(StandardCharsets.UTF_8);
        byte[] other = "there".getBytes(StandardCharsets.UTF_8);
        String stated = statement(attachment("http://use.example", "text/plain", content));

        post(stated).then().statusCode(400);
        post(stated, part(other)).then().statusCode(400);
        post(stated, part(content), part(other)).then().statusCode(400);
        post(stated, new Multipart.Part(Map.of("X-Experience-API-Hash", digest(content)), content))
                .then()
                .statusCode(400);
        post(
                        stated,
                        new Multipart.Part(
                                new TreeMap<>(Map.of(
                                        "Content-Transfer-Encoding",
                                        "binary",
                                        "X-Experience-API-Hash",
                                        digest(content))),
                                other))
                .then()
                .statusCode(400);
        lms.post(stated).then().statusCode(400);
        lms.request()
                .contentType("multipart/mixed; boundary=elsewhere")
                .body(body(stated))
                .post("/xapi/statements")
                .then()
                .statusCode(400);
        lms.find("limit", 1).then().body("statements.size()", equalTo(0));
    }

    @Test
    void attachmentsMayBeLargerThanOtherBodies() {
        // Given
        byte[] content = new byte[3_000_000];

        // When
        Response taken = post(statement(attachment("http://use.example", "video/mp4", content)), part(content));
        Response tooLarge = lms.request()
                .contentType("multipart/mixed; boundary=" + BOUNDARY)
                .body(new byte[27_000_000])
                .post("/xapi/statements");
        Response elsewhere = lms.request()
                .contentType("application/octet-stream")
                .queryParams(Map.of("activityId", "http://a.example/1", "profileId", "large"))
                .body(content)
                .post("/xapi/activities/profile");

        // Then
        taken.then().statusCode(200);
        tooLarge.then().statusCode(413).contentType("application/problem+json");
        elsewhere.then().statusCode(413).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void signedStatementIsTaken(String algorithm) throws Exception {
        // Given
        byte[] signature = signed(JWSAlgorithm.parse(algorithm), unsigned());

        // When
        Response answer =
                post(statement(attachment(SIGNATURE, "application/octet-stream", signature)), part(signature));

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void refusesSignaturesThatAreNone() throws Exception {
        byte[] other = signed(JWSAlgorithm.RS256, unsigned().replace("did", "undid"));
        byte[] shared = signed(JWSAlgorithm.HS256, unsigned());
        byte[] text = "not.a.signature".getBytes(StandardCharsets.UTF_8);
        byte[] good = signed(JWSAlgorithm.RS256, unsigned());

        for (byte[] signature : List.of(other, shared, text)) {
            post(statement(attachment(SIGNATURE, "application/octet-stream", signature)), part(signature))
                    .then()
                    .statusCode(400);
        }
        post(statement(attachment(SIGNATURE, "text/plain", good)), part(good))
                .then()
                .statusCode(400);
    }

    private Response post(String statement, Multipart.Part... attachments) {
        return lms.request()
                .contentType("multipart/mixed; boundary=" + BOUNDARY)
                .body(body(statement, attachments))
                .post("/xapi/statements");
    }

    private static byte[] body(String statement, Multipart.Part... attachments) {
        List<Multipart.Part> parts = new java.util.ArrayList<>();
        parts.add(new Multipart.Part(
                Map.of("Content-Type", "application/json"), dev.touchstone.intake.JsonText.bytes(statement)));
        parts.addAll(Arrays.asList(attachments));
        return Multipart.write(BOUNDARY, parts);
    }

    private static Multipart.Part part(byte[] content) {
        return new Multipart.Part(
                Map.of("Content-Transfer-Encoding", "binary", "X-Experience-API-Hash", digest(content)), content);
    }

    private static String statement(String attachment) {
        return Lms.statement("ada", "did", "http://a.example/1", ",'attachments':[" + attachment + "]");
    }

    private static String unsigned() {
        return Lms.statement("ada", "did", "http://a.example/1", "").replace('\'', '"');
    }

    private static String attachment(String use, String type, byte[] content) {
        return "{'usageType':'" + use + "','display':{'en':'It'},'contentType':'" + type + "','length':"
                + content.length + ",'sha2':'" + digest(content) + "'}";
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(CanonicalForm.sha256(content));
    }

    private static byte[] signed(JWSAlgorithm algorithm, String payload) throws Exception {
        JWSObject signature = new JWSObject(new JWSHeader(algorithm), new Payload(payload));
        signature.sign(signer(algorithm));
        return signature.serialize().getBytes(StandardCharsets.US_ASCII);
    }

    private static JWSSigner signer(JWSAlgorithm algorithm) throws Exception {
        if (JWSAlgorithm.HS256.equals(algorithm)) {
            return mac();
        }
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return new RSASSASigner(keys.generateKeyPair().getPrivate());
    }

    private static MACSigner mac() throws JOSEException {
        return new MACSigner(new byte[32]);
    }
}
