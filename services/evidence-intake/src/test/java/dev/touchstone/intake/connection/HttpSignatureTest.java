package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSignatureTest {

    private static final String RFC_KEY =
            "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";
    private static final byte[] KEY = "a key that both of them know".getBytes(StandardCharsets.UTF_8);
    private static final String TARGET = "https://Touchstone.example:443/intake/v1/hooks/7?x=%41";
    private static final byte[] BODY = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
    private static final long CREATED = 1_618_884_473;
    private static final Instant NOW = Instant.ofEpochSecond(CREATED);
    private static final Set<String> REQUIRED = Set.of("@method", "@target-uri", "content-digest");
    private static final String COMPONENTS = "(\"@method\" \"@target-uri\" \"content-digest\")";
    private static final String PARAMETERS = COMPONENTS + ";created=" + CREATED;

    /** RFC 9421, appendix B.2.5, on the request of B.2. */
    @Test
    void vectorOfTheRfc() {
        // Given
        HttpSignatureProfile profile = new HttpSignatureProfile(
                HttpSignatureAlgorithm.HMAC_SHA256,
                "test-shared-secret",
                Set.of("date", "@authority", "content-type"),
                Duration.ofSeconds(300));
        Headers headers = new Headers()
                .add("Host", "example.com")
                .add("Date", "Tue, 20 Apr 2021 02:07:55 GMT")
                .add("Content-Type", "application/json")
                .add("Content-Length", "18")
                .add(
                        "Signature-Input",
                        "sig-b25=(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"")
                .add("Signature", "sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:");
        Arrival arrival = new Arrival("POST", "https://example.com/foo?param=Value&Pet=dog", headers, BODY);

        // When
        Optional<Rejection> rejection = profile.verify(List.of(SharedSecret.material(profile, RFC_KEY)), arrival, NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HttpSignatureAlgorithm.class)
    void everyAlgorithmAndBothSecretsOfARotation(HttpSignatureAlgorithm algorithm) throws Exception {
        // Given
        Signer first = Signer.of(algorithm);
        Signer second = Signer.of(algorithm);
        HttpSignatureProfile profile = profile(algorithm);
        List<byte[]> live = List.of(
                SharedSecret.material(profile, second.secret()), SharedSecret.material(profile, first.secret()));

        // Then
        assertThat(profile.verify(live, signed(first, PARAMETERS), NOW)).isEmpty();
        assertThat(profile.verify(live, signed(second, PARAMETERS), NOW)).isEmpty();
        assertThat(profile.verify(live.subList(0, 1), signed(first, PARAMETERS), NOW))
                .contains(Rejection.MISMATCH);
    }

    @Test
    void publicKeyMayBeInPem() throws Exception {
        // Given
        Signer signer = Signer.of(HttpSignatureAlgorithm.ED25519);
        HttpSignatureProfile profile = profile(HttpSignatureAlgorithm.ED25519);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + signer.secret() + "\n-----END PUBLIC KEY-----\n";

        // When
        byte[] material = SharedSecret.material(profile, pem);

        // Then
        assertThat(profile.verify(List.of(material), signed(signer, PARAMETERS), NOW))
                .isEmpty();
    }

    @Test
    void keyOfAnotherSortIsRefused() throws Exception {
        // Given
        String elliptic = Signer.of(HttpSignatureAlgorithm.ECDSA_P256_SHA256).secret();
        HttpSignatureProfile profile = profile(HttpSignatureAlgorithm.RSA_PSS_SHA512);

        // Then
        assertThatThrownBy(() -> SharedSecret.material(profile, elliptic))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("rsa-pss-sha512");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void timeTooFarFromNow(long skew) {
        assertThat(verify(signed(hmac(), PARAMETERS), NOW.plusSeconds(skew))).contains(Rejection.TIMESTAMP_STALE);
    }

    @Test
    void parametersAreHonoured() {
        String until = PARAMETERS + ";expires=" + (CREATED + 10);

        assertThat(verify(signed(hmac(), until), NOW)).isEmpty();
        assertThat(verify(signed(hmac(), until), NOW.plusSeconds(11))).contains(Rejection.EXPIRED);
        assertThat(verify(signed(hmac(), COMPONENTS), NOW)).contains(Rejection.TIMESTAMP_MISSING);
        assertThat(verify(signed(hmac(), COMPONENTS + ";created=\"now\""), NOW))
                .contains(Rejection.TIMESTAMP_UNREADABLE);
        assertThat(verify(signed(hmac(), PARAMETERS + ";alg=\"hmac-sha256\""), NOW))
                .isEmpty();
        assertThat(verify(signed(hmac(), PARAMETERS + ";alg=\"ed25519\""), NOW)).contains(Rejection.ALGORITHM_REFUSED);
        assertThat(profile(HttpSignatureAlgorithm.HMAC_SHA256, "k2")
                        .verify(List.of(KEY), signed(hmac(), PARAMETERS + ";keyid=\"k1\""), NOW))
                .contains(Rejection.KEY_UNKNOWN);
    }

    @Test
    void whatHasToBeSignedIs() {
        assertThat(verify(signed(hmac(), "(\"@method\" \"@target-uri\");created=" + CREATED), NOW))
                .contains(Rejection.NOT_COVERED);
        assertThat(verify(
                        signed(
                                hmac(),
                                "(\"@method\" \"@target-uri\" \"content-digest\" \"x-missing\");created=" + CREATED),
                        NOW))
                .contains(Rejection.SIGNED_HEADER_MISSING);
    }

    @Test
    void componentNamedTwiceIsRefused() {
        String twice = "(\"@method\" \"@target-uri\" \"content-digest\" \"@method\");created=" + CREATED;

        assertThat(verify(signed(hmac(), twice), NOW)).contains(Rejection.COMPONENT_REFUSED);
    }

    @Test
    void digestHasToBeOfTheBody() {
        // Given
        Arrival signed = signed(hmac(), PARAMETERS);
        Arrival other = new Arrival("POST", TARGET, signed.headers(), "{}".getBytes(StandardCharsets.UTF_8));

        // When
        Optional<Rejection> rejection = verify(other, NOW);

        // Then
        assertThat(rejection).contains(Rejection.DIGEST_MISMATCH);
    }

    @Test
    void addressAndMethodAreSigned() {
        Headers headers = signed(hmac(), PARAMETERS).headers();

        assertThat(verify(new Arrival("PUT", TARGET, headers, BODY), NOW)).contains(Rejection.MISMATCH);
        assertThat(verify(new Arrival("POST", TARGET + "1", headers, BODY), NOW))
                .contains(Rejection.MISMATCH);
    }

    @Test
    void oneGoodSignatureAmongSeveralIsEnough() {
        // Given
        Headers headers = new Headers()
                .add("signature-input", "proxy=(\"@method\");created=" + CREATED + ";keyid=\"p\"")
                .add("SIGNATURE", "proxy=:AAAA:");
        Headers own = signed(hmac(), PARAMETERS).headers();
        own.singles().forEach(headers::add);

        // When
        Optional<Rejection> rejection = verify(new Arrival("POST", TARGET, headers, BODY), NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Test
    void derivedComponentsAreAsTheRfcHasThem() {
        // Given
        String all = "(\"@method\" \"@target-uri\" \"@authority\" \"@scheme\" \"@path\" \"@query\" \"@request-target\""
                + " \"content-digest\");created=" + CREATED;
        String base = "\"@method\": POST\n\"@target-uri\": " + TARGET
                + "\n\"@authority\": touchstone.example\n\"@scheme\": https\n\"@path\": /intake/v1/hooks/7\n"
                + "\"@query\": ?x=%41\n\"@request-target\": /intake/v1/hooks/7?x=%41\n\"content-digest\": " + digest()
                + "\n\"@signature-params\": " + all;

        // When
        Optional<Rejection> rejection = verify(arrival(all, hmac().sign(base)), NOW);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Property(tries = 256)
    void oneBitOfTheSignatureDecides(@ForAll @IntRange(min = 0, max = 255) int bit) {
        // Given
        byte[] signature = hmac().sign(base(PARAMETERS));
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        // Then
        assertThat(verify(arrival(PARAMETERS, signature), NOW)).contains(Rejection.MISMATCH);
    }

    @Property(tries = 500)
    void neverAcceptsAndNeverThrowsWhateverTheFieldsHold(@ForAll String input, @ForAll String signature) {
        // Given
        Headers headers = new Headers().add("Signature-Input", "s=" + input).add("Signature", "s=" + signature);

        // Then
        assertThat(verify(new Arrival("POST", TARGET, headers, BODY), NOW)).isPresent();
    }

    private interface Sign {
        byte[] sign(byte[] text) throws Exception;
    }

    private record Signer(String secret, Sign signing) {

        byte[] sign(String base) {
            try {
                return signing.sign(base.getBytes(StandardCharsets.UTF_8));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        static Signer of(HttpSignatureAlgorithm algorithm) throws Exception {
            switch (algorithm) {
                case HMAC_SHA256:
                    byte[] key = new byte[32];
                    new java.security.SecureRandom().nextBytes(key);
                    return hmac(key);
                case ED25519:
                    return of("Ed25519", "Ed25519", null);
                case RSA_PSS_SHA512:
                    return of(
                            "RSA",
                            "RSASSA-PSS",
                            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
                case RSA_V1_5_SHA256:
                    return of("RSA", "SHA256withRSA", null);
                default:
                    return of("EC", "SHA256withECDSAinP1363Format", null);
            }
        }

        private static Signer of(String sort, String algorithm, PSSParameterSpec parameters) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(sort);
            if (sort.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (sort.equals("RSA")) {
                generator.initialize(2048);
            }
            KeyPair pair = generator.generateKeyPair();
            return new Signer(
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()), text -> {
                        Signature signature = Signature.getInstance(algorithm);
                        signature.initSign(pair.getPrivate());
                        if (parameters != null) {
                            signature.setParameter(parameters);
                        }
                        signature.update(text);
                        return signature.sign();
                    });
        }

        static Signer hmac(byte[] key) {
            return new Signer(Base64.getEncoder().encodeToString(key), text -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text);
            });
        }
    }

    private static Signer hmac() {
        return Signer.hmac(KEY);
    }

    private static Arrival signed(Signer signer, String parameters) {
        return arrival(parameters, signer.sign(base(parameters)));
    }

    private static String base(String parameters) {
        return "\"@method\": POST\n\"@target-uri\": " + TARGET + "\n\"content-digest\": " + digest()
                + "\n\"@signature-params\": " + parameters;
    }

    private static Arrival arrival(String parameters, byte[] signature) {
        Headers headers = new Headers()
                .add("Content-Digest", digest())
                .add("Signature-Input", "sig1=" + parameters)
                .add("Signature", "sig1=:" + Base64.getEncoder().encodeToString(signature) + ":");
        return new Arrival("POST", TARGET, headers, BODY);
    }

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(BODY);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpSignatureProfile profile(HttpSignatureAlgorithm algorithm) {
        return profile(algorithm, null);
    }

    private static HttpSignatureProfile profile(HttpSignatureAlgorithm algorithm, String keyId) {
        return new HttpSignatureProfile(algorithm, keyId, REQUIRED, Duration.ofSeconds(300));
    }

    private static Optional<Rejection> verify(Arrival arrival, Instant now) {
        return profile(HttpSignatureAlgorithm.HMAC_SHA256).verify(List.of(KEY), arrival, now);
    }
}
