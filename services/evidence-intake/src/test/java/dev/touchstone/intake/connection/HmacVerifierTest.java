package dev.touchstone.intake.connection;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.document.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Published or measured examples of what senders really sign. */
class HmacVerifierTest {

    private static final String BAMBOO = """
            {'algorithm':'HmacSHA256','header':'X-BambooHR-Signature','encoding':'hex',
             'signed':'{body}{h:X-BambooHR-Timestamp}',
             'timestamp':{'header':'X-BambooHR-Timestamp','unit':'s','toleranceSeconds':300}}""";
    private static final String BAMBOO_SIGNATURE = "ce26d2c70ff9a44bdbe295b2a601bea48d40598c09a5126e2d3e85bc9508600b";
    private static final String BAMBOO_BODY = "{\"type\":\"employee.updated\"}";
    private static final Instant BAMBOO_TIME = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void standardWebhooks() {
        String profile = """
                {'algorithm':'HmacSHA256','header':'webhook-signature','prefix':'v1,','separator':' ',
                 'encoding':'base64','secretEncoding':'base64','signed':'{h:webhook-id}.{timestamp}.{body}',
                 'timestamp':{'header':'webhook-timestamp','unit':'s'}}""";

        Optional<Rejection> rejection = verify(
                profile,
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                Map.of(
                        "Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "Webhook-Timestamp", "1614265330",
                        "Webhook-Signature", "v1a,aaaa v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
                "{\"test\": 2432232314}",
                Instant.ofEpochSecond(1614265330));

        assertThat(rejection).isEmpty();
    }

    @Test
    void gitHub() {
        String profile = """
                {'algorithm':'HmacSHA256','header':'X-Hub-Signature-256','prefix':'sha256=','encoding':'hex',
                 'signed':'{body}'}""";

        Optional<Rejection> rejection = verify(
                profile,
                "It's a Secret to Everybody",
                Map.of(
                        "X-Hub-Signature-256",
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
                "Hello, World!",
                Instant.now());

        assertThat(rejection).isEmpty();
    }

    @Test
    void httpMessageSignatureBase() {
        // RFC 9421 appendix B.2.5. The base is spelt out, which is all that a fixed set of components needs.
        String profile = """
                {'algorithm':'HmacSHA256','header':'X-Signature','encoding':'base64','secretEncoding':'base64',
                 'signed':'{h:Base}{body}'}""";
        String base = """
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@authority": example.com
                "content-type": application/json
                "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret\"""";

        Optional<Rejection> rejection = verify(
                profile,
                "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
                Map.of("Base", base, "X-Signature", "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8="),
                "",
                Instant.now());

        assertThat(rejection).isEmpty();
    }

    @Test
    void bambooHr() {
        Optional<Rejection> rejection = verify(BAMBOO, "k3y", bambooHeaders(), BAMBOO_BODY, BAMBOO_TIME);

        assertThat(rejection).isEmpty();
    }

    @Test
    void hiBob() {
        String profile = """
                {'algorithm':'HmacSHA512','header':'Bob-Signature','encoding':'base64','signed':'{body}'}""";

        Optional<Rejection> rejection = verify(
                profile,
                "s3cret",
                Map.of(
                        "Bob-Signature",
                        "I1Qv0L6gxoCH22LEFPgKZxvjZyCqCriiJUhPzncmGuC66PnNI+TUtkVA8CUaCu8vWFlUrDKItuPK8LbnKjH4Yg=="),
                "{\"a\":1}",
                Instant.now());

        assertThat(rejection).isEmpty();
    }

    @Test
    void merge() {
        String profile = """
                {'algorithm':'HmacSHA256','header':'X-Merge-Webhook-Signature','encoding':'base64url',
                 'signed':'{body}'}""";

        Optional<Rejection> rejection = verify(
                profile,
                "s3cret",
                Map.of("X-Merge-Webhook-Signature", "WRDmIBbvUDQnLJJsJwcZkqRlwjNc7PQYUb2gcVd_T20"),
                "{\"a\":1}",
                Instant.now());

        assertThat(rejection).isEmpty();
    }

    @Test
    void stripe() {
        String profile = """
                {'algorithm':'HmacSHA256','header':'Stripe-Signature','prefix':'v1=','separator':',','encoding':'hex',
                 'signed':'{timestamp}.{body}',
                 'timestamp':{'header':'Stripe-Signature','prefix':'t=','separator':',','unit':'s'}}""";

        Optional<Rejection> rejection = verify(
                profile,
                "whsec" + "_test",
                Map.of(
                        "stripe-signature",
                        "t=1492774577,v1=2a55874e33dedb30da6fac02873208f53a243141599a71c0d52a1d5b89656823,v0=00"),
                "{\"a\":1}",
                Instant.ofEpochSecond(1492774577));

        assertThat(rejection).isEmpty();
    }

    @Test
    void literalsAreSigned() {
        String profile = """
                {'algorithm':'HmacSHA256','header':'X-Deel-Signature','encoding':'hex','signed':'POST{body}'}""";

        Optional<Rejection> rejection = verify(
                profile,
                "k3y",
                Map.of("X-Deel-Signature", "a497bb3e325487f824b645768ffe51457b8fff404fb2e8013ae66110db6bcdfb"),
                "{}",
                Instant.now());

        assertThat(rejection).isEmpty();
    }

    @Test
    void staleTimestamp() {
        Optional<Rejection> rejection =
                verify(BAMBOO, "k3y", bambooHeaders(), BAMBOO_BODY, BAMBOO_TIME.plusSeconds(301));

        assertThat(rejection).contains(Rejection.TIMESTAMP_STALE);
    }

    @Test
    void timestampFromTheFuture() {
        Optional<Rejection> rejection =
                verify(BAMBOO, "k3y", bambooHeaders(), BAMBOO_BODY, BAMBOO_TIME.minusSeconds(301));

        assertThat(rejection).contains(Rejection.TIMESTAMP_STALE);
    }

    @Test
    void missingSignature() {
        Optional<Rejection> rejection =
                verify(BAMBOO, "k3y", Map.of("X-BambooHR-Timestamp", "1700000000"), BAMBOO_BODY, BAMBOO_TIME);

        assertThat(rejection).contains(Rejection.SIGNATURE_MISSING);
    }

    @Test
    void repeatedSignature() {
        Headers twice = new Headers()
                .add("X-BambooHR-Signature", BAMBOO_SIGNATURE)
                .add("x-bamboohr-signature", BAMBOO_SIGNATURE)
                .add("X-BambooHR-Timestamp", "1700000000");

        Optional<Rejection> rejection = verifier(BAMBOO)
                .verify(List.of("k3y".getBytes(StandardCharsets.UTF_8)), twice, bytes(BAMBOO_BODY), BAMBOO_TIME);

        assertThat(rejection).contains(Rejection.SIGNATURE_MISSING);
    }

    @Test
    void eitherOfTwoLiveSecretsIsGood() {
        List<byte[]> live = List.of(bytes("the new one"), bytes("k3y"));

        Optional<Rejection> rejection =
                verifier(BAMBOO).verify(live, Headers.of(bambooHeaders()), bytes(BAMBOO_BODY), BAMBOO_TIME);

        assertThat(rejection).isEmpty();
    }

    @Test
    void emptySecretNeverVerifies() {
        Optional<Rejection> rejection = verifier(BAMBOO)
                .verify(List.of(new byte[0]), Headers.of(bambooHeaders()), bytes(BAMBOO_BODY), BAMBOO_TIME);

        assertThat(rejection).contains(Rejection.NO_SECRET);
    }

    @Test
    void bodyWithOneBitChanged() {
        Optional<Rejection> rejection =
                verify(BAMBOO, "k3y", bambooHeaders(), "{\"type\":\"employee.updatee\"}", BAMBOO_TIME);

        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    private static Map<String, String> bambooHeaders() {
        return Map.of("X-BambooHR-Signature", BAMBOO_SIGNATURE, "X-BambooHR-Timestamp", "1700000000");
    }

    private static Optional<Rejection> verify(
            String profile, String secret, Map<String, String> headers, String body, Instant now) {
        HmacProfile read = profile(profile);
        byte[] material = read.secretEncoding().decode(secret).orElseThrow();
        return new HmacVerifier(read).verify(List.of(material), Headers.of(headers), bytes(body), now);
    }

    private static HmacVerifier verifier(String profile) {
        return new HmacVerifier(profile(profile));
    }

    static HmacProfile profile(String text) {
        Document document = Document.of(json(text));
        HmacProfile profile = HmacProfileReader.read(document).orElse(null);
        document.check();
        return profile;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
