package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

    private static final StandardWebhooksProfile PROFILE = new StandardWebhooksProfile(Duration.ofSeconds(300), false);
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECRET = "whsec" + "_" + KEY;
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final Instant NOW = Instant.ofEpochSecond(TIME);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void vectorOfTheSpecification() {
        // When
        Optional<Rejection> rejection = verify(List.of(SECRET), headers(SIGNATURE), BODY, NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Test
    void whatTheReferenceLibrarySignedIsGood() throws Exception {
        // Given
        String signature = new Webhook(SECRET).sign("msg_1", TIME, "{\"ä\":1}");
        Headers headers = headers(signature, "msg_1");

        // When
        Optional<Rejection> rejection = verify(List.of(SECRET), headers, "{\"ä\":1}", NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Test
    void publicKeyVerifiesTheAsymmetricVersion() throws Exception {
        // Given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        // When
        Optional<Rejection> rejection = verify(List.of(publicKey(pair)), headers(signed(pair)), BODY, NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Test
    void rotationMayGoFromOneSortToTheOther() throws Exception {
        // Given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        List<String> live = List.of(publicKey(pair), SECRET);

        // Then
        assertThat(verify(live, headers(SIGNATURE), BODY, NOW)).isEmpty();
        assertThat(verify(live, headers(signed(pair)), BODY, NOW)).isEmpty();
        assertThat(verify(live, headers("v1,AAAA " + SIGNATURE + " v1a,AAAA"), BODY, NOW))
                .isEmpty();
        assertThat(verify(List.of(publicKey(pair)), headers(SIGNATURE), BODY, NOW))
                .contains(Rejection.MISMATCH);
    }

    @Test
    void signatureOfOneVersionIsNoneOfTheOther() throws Exception {
        // Given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String relabelled = signed(pair).replace("v1a,", "v1,");

        // When
        Optional<Rejection> rejection = verify(List.of(publicKey(pair)), headers(relabelled), BODY, NOW);

        // Then
        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void timeTooFarFromNow(long skew) {
        // When
        Optional<Rejection> rejection = verify(List.of(SECRET), headers(SIGNATURE), BODY, NOW.plusSeconds(skew));

        // Then
        assertThat(rejection).contains(Rejection.TIMESTAMP_STALE);
    }

    @Test
    void whatIsMissingOrRepeatedIsTold() {
        // Given
        Headers noId = Headers.of(Map.of("webhook-timestamp", "" + TIME, "webhook-signature", SIGNATURE));
        Headers noTime = Headers.of(Map.of("webhook-id", ID, "webhook-signature", SIGNATURE));
        Headers twice = headers(SIGNATURE).add("Webhook-Signature", SIGNATURE);
        Headers words =
                Headers.of(Map.of("webhook-id", ID, "webhook-timestamp", "yesterday", "webhook-signature", SIGNATURE));

        // Then
        assertThat(verify(List.of(SECRET), noId, BODY, NOW)).contains(Rejection.SIGNED_HEADER_MISSING);
        assertThat(verify(List.of(SECRET), noTime, BODY, NOW)).contains(Rejection.TIMESTAMP_MISSING);
        assertThat(verify(List.of(SECRET), twice, BODY, NOW)).contains(Rejection.SIGNATURE_MISSING);
        assertThat(verify(List.of(SECRET), words, BODY, NOW)).contains(Rejection.TIMESTAMP_UNREADABLE);
    }

    @Test
    void keyOfBeforeTheProfileWasChangedOpensNothing() {
        // When
        Optional<Rejection> rejection = verify(List.of("an old password"), headers(SIGNATURE), BODY, NOW);

        // Then
        assertThat(rejection).contains(Rejection.NO_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_!", "whpk_AAAA", "whpk_"})
    void secretHasToBeOfOneOfTheTwoSorts(String secret) {
        assertThatThrownBy(() -> SharedSecret.material(PROFILE, secret)).isInstanceOf(InvalidProfile.class);
    }

    @Test
    void mintedSecretIsOneThatTheReferenceLibraryTakes() throws Exception {
        // Given
        SharedSecret minted = SharedSecret.mint(PROFILE);
        String signature = new Webhook(minted.text()).sign(ID, TIME, BODY);

        // When
        Optional<Rejection> rejection = PROFILE.verify(
                List.of(SharedSecret.material(PROFILE, minted.text())), arrival(headers(signature), BODY), NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Property(tries = 300)
    void oneBitOfTheSignatureDecides(@ForAll @IntRange(min = 0, max = 255) int bit) {
        // Given
        byte[] signature = Base64.getDecoder().decode(SIGNATURE.substring(3));
        signature[bit / 8] ^= (byte) (1 << bit % 8);
        String flipped = "v1," + Base64.getEncoder().encodeToString(signature);

        // When
        Optional<Rejection> rejection = verify(List.of(SECRET), headers(flipped), BODY, NOW);

        // Then
        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    @Property(tries = 160)
    void oneBitOfTheBodyDecides(@ForAll @IntRange(min = 0, max = 159) int bit) {
        // Given
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        body[bit / 8] ^= (byte) (1 << bit % 8);

        // When
        Optional<Rejection> rejection = PROFILE.verify(
                List.of(SECRET.getBytes(StandardCharsets.UTF_8)),
                new Arrival("POST", "", headers(SIGNATURE), body),
                NOW);

        // Then
        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    @Property(tries = 500)
    void neverAcceptsAndNeverThrowsWhateverTheFieldHolds(@ForAll String signature, @ForAll String id) {
        // When
        Optional<Rejection> rejection = verify(List.of(SECRET), headers(signature, id), BODY, NOW);

        // Then
        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    private static String publicKey(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "whpk" + "_" + Base64.getEncoder().encodeToString(raw);
    }

    private static String signed(KeyPair pair) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update((ID + "." + TIME + "." + BODY).getBytes(StandardCharsets.UTF_8));
        return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    }

    private static Headers headers(String signature) {
        return headers(signature, ID);
    }

    private static Headers headers(String signature, String id) {
        return new Headers()
                .add("Webhook-ID", id)
                .add("WEBHOOK-TIMESTAMP", "" + TIME)
                .add("webhook-signature", signature);
    }

    private static Arrival arrival(Headers headers, String body) {
        return new Arrival("POST", "https://example.com/", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Rejection> verify(List<String> secrets, Headers headers, String body, Instant now) {
        List<byte[]> material = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        return PROFILE.verify(material, arrival(headers, body), now);
    }
}
