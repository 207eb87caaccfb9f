package dev.touchstone.intake.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtBodyTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final RSAKey RSA = rsa("k1");
    private static final ECKey EC = elliptic("k2");
    private static final JWKSet KEYS = new JWKSet(java.util.List.of(RSA.toPublicJWK(), EC.toPublicJWK()));
    private static final JwtBodyProfile PROFILE =
            new JwtBodyProfile(null, Map.of(), Set.of("RS256", "ES256"), "canvas", Duration.ofSeconds(60));

    @Test
    void signedByAKeyOfTheSet() throws Exception {
        String claims = "{\"iss\":\"canvas\",\"metadata\":{\"event_name\":\"course_completed\"}}";
        JwtBody signed = body(jwt(JWSAlgorithm.RS256, "k1", claims, new RSASSASigner(RSA)));

        assertThat(signed.unsigned(KEYS)).isEmpty();
        assertThat(signed.untimely(PROFILE, NOW)).isEmpty();
        assertThat(new String(signed.payload(), StandardCharsets.UTF_8)).isEqualTo(claims);
        assertThat(body(jwt(JWSAlgorithm.ES256, "k2", claims, new ECDSASigner(EC)))
                        .unsigned(KEYS))
                .isEmpty();
        assertThat(body(jwt(JWSAlgorithm.RS256, null, claims, new RSASSASigner(RSA)))
                        .unsigned(KEYS))
                .isEmpty();
    }

    @Test
    void keyThatIsNotInTheSet() throws Exception {
        RSAKey other = rsa("k3");
        JwtBody unknown = body(jwt(JWSAlgorithm.RS256, "k3", "{}", new RSASSASigner(other)));
        JwtBody pretending = body(jwt(JWSAlgorithm.RS256, "k1", "{}", new RSASSASigner(other)));
        JwtBody nameless = body(jwt(JWSAlgorithm.RS256, null, "{}", new RSASSASigner(other)));

        assertThat(unknown.unsigned(KEYS)).contains(Rejection.KEY_UNKNOWN);
        assertThat(unknown.asksForNewerKeys(Rejection.KEY_UNKNOWN)).isTrue();
        assertThat(pretending.unsigned(KEYS)).contains(Rejection.MISMATCH);
        assertThat(pretending.asksForNewerKeys(Rejection.MISMATCH)).isFalse();
        assertThat(nameless.asksForNewerKeys(Rejection.MISMATCH)).isTrue();
    }

    @Test
    void publicKeyIsNoSharedSecretAndNoneIsNoAlgorithm() throws Exception {
        byte[] publicKey = RSA.toRSAPublicKey().getEncoded();
        JwtBody confused = body(jwt(JWSAlgorithm.HS256, "k1", "{}", new MACSigner(publicKey)));

        assertThat(confused.algorithmIsOneOf(PROFILE)).isFalse();
        assertThat(confused.unsigned(KEYS)).contains(Rejection.MISMATCH);
        assertThat(JwtBody.parse((encoded("{\"alg\":\"none\"}") + "." + encoded("{}") + ".").getBytes()))
                .isEmpty();
    }

    @Test
    void shortKeyIsNoKey() throws Exception {
        java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        java.security.KeyPair pair = generator.generateKeyPair();
        RSAKey weak = new RSAKey.Builder((java.security.interfaces.RSAPublicKey) pair.getPublic())
                .keyID("weak")
                .build();
        JWSObject jwt = jwt(JWSAlgorithm.RS256, "weak", "{}", new RSASSASigner(pair.getPrivate(), true));

        assertThat(body(jwt).unsigned(new JWKSet(weak))).contains(Rejection.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"iss":"canvas","exp":1700000000}      |
            {"iss":"canvas","exp":1699999940}      | EXPIRED
            {"iss":"canvas","nbf":1700000060}      |
            {"iss":"canvas","nbf":1700000061}      | TIMESTAMP_STALE
            {"iss":"canvas","iat":1700000061}      | TIMESTAMP_STALE
            {"iss":"canvas","iat":1600000000}      |
            {"iss":"canvas","exp":"soon"}          | TIMESTAMP_UNREADABLE
            {"iss":"canvas","exp":1e300}           | TIMESTAMP_UNREADABLE
            {"iss":"moodle"}                       | ISSUER_REFUSED
            {}                                     | ISSUER_REFUSED
            []                                     | SIGNATURE_UNREADABLE
            {"iss":"canvas","iss":"canvas"}        | SIGNATURE_UNREADABLE
            """)
    void claims(String claims, Rejection expected) throws Exception {
        JwtBody signed = body(jwt(JWSAlgorithm.RS256, "k1", claims, new RSASSASigner(RSA)));

        Optional<Rejection> rejection = signed.untimely(PROFILE, NOW);

        assertThat(rejection).isEqualTo(Optional.ofNullable(expected));
    }

    @Property(tries = 200)
    void oneBitDecides(@ForAll @IntRange(min = 0, max = 2047) int bit) throws Exception {
        String[] parts = jwt(JWSAlgorithm.RS256, "k1", "{}", new RSASSASigner(RSA))
                .serialize()
                .split("\\.");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[bit / 8] ^= (byte) (1 << bit % 8);
        String flipped = parts[0] + "." + parts[1] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

        assertThat(JwtBody.parse(flipped.getBytes()).orElseThrow().unsigned(KEYS))
                .contains(Rejection.MISMATCH);
    }

    @Property(tries = 1000)
    void neverThrowsWhateverIsSent(
            @ForAll @Size(max = 200) byte[] body, @ForAll String header, @ForAll String payload) {
        JwtBody.parse(body).ifPresent(jwt -> assertThat(jwt.unsigned(KEYS)).isPresent());
        String made = encoded(header) + "." + encoded(payload) + ".AAAA";
        JwtBody.parse(made.getBytes())
                .ifPresent(jwt -> assertThat(jwt.unsigned(KEYS)).isPresent());
    }

    private static JwtBody body(JWSObject jwt) {
        return JwtBody.parse(jwt.serialize().getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();
    }

    private static JWSObject jwt(JWSAlgorithm algorithm, String keyId, String claims, JWSSigner signer)
            throws Exception {
        JWSObject jwt =
                new JWSObject(new JWSHeader.Builder(algorithm).keyID(keyId).build(), new Payload(claims));
        jwt.sign(signer);
        return jwt;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey elliptic(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
