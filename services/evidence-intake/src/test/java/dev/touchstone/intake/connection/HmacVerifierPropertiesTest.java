package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The verifier under whatever a stranger may send: it answers, it never throws, it never accepts by accident. */
class HmacVerifierPropertiesTest {

    private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final HmacVerifier VERIFIER = new HmacVerifier(HmacVerifierTest.profile("""
            {'algorithm':'HmacSHA256','header':'Signature','prefix':'v1=','separator':',','encoding':'hex',
             'signed':'{timestamp}.{body}',
             'timestamp':{'header':'Signature','prefix':'t=','separator':',','unit':'s','toleranceSeconds':60}}"""));

    @Property
    boolean acceptsWhatTheHolderOfTheSecretSigned(
            @ForAll @Size(max = 300) byte[] body, @ForAll @IntRange(min = -60, max = 60) int skew) {
        long time = NOW.getEpochSecond() + skew;

        return verify(body, "t=" + time + ",v1=" + sign(time, body)).isEmpty();
    }

    @Property
    void refusesWhenOneBitOfTheBodyIsFlipped(
            @ForAll @Size(min = 1, max = 300) byte[] body, @ForAll @IntRange(min = 0, max = 2399) int bit) {
        long time = NOW.getEpochSecond();
        String signature = "t=" + time + ",v1=" + sign(time, body);
        int flipped = bit % (body.length * 8);
        byte[] altered = body.clone();
        altered[flipped / 8] ^= (byte) (1 << flipped % 8);

        Optional<Rejection> rejection = verify(altered, signature);

        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    @Property
    void refusesWhenOneBitOfTheSignatureIsFlipped(@ForAll @IntRange(min = 0, max = 255) int bit) {
        byte[] body = {1, 2, 3};
        long time = NOW.getEpochSecond();
        byte[] signature = HexFormat.of().parseHex(sign(time, body));
        signature[bit / 8] ^= (byte) (1 << bit % 8);

        Optional<Rejection> rejection =
                verify(body, "t=" + time + ",v1=" + HexFormat.of().formatHex(signature));

        assertThat(rejection).contains(Rejection.MISMATCH);
    }

    @Property
    void refusesWhateverElseTheHeaderSays(@ForAll @StringLength(max = 200) String header) {
        Optional<Rejection> rejection = verify(new byte[] {1}, header);

        assertThat(rejection).isPresent();
    }

    @Property
    void refusesWhateverElseTheListHolds(@ForAll @Size(max = 20) List<@StringLength(max = 80) String> elements) {
        String header = "t=1700000000,v1=" + String.join(",v1=", elements);

        Optional<Rejection> rejection = verify(new byte[] {1}, header);

        assertThat(rejection).isPresent();
    }

    @Property
    void refusesAnyTimeOutsideTheTolerance(@ForAll long time) {
        byte[] body = {1};
        boolean timely =
                Math.abs(Math.subtractExact(Math.max(-1L << 60, Math.min(1L << 60, time)), NOW.getEpochSecond())) <= 60;

        Optional<Rejection> rejection = verify(body, "t=" + time + ",v1=" + sign(time, body));

        assertThat(rejection.isEmpty()).isEqualTo(timely);
    }

    @Property
    void signedTextIsEitherUnderstoodOrRefusedByName(@ForAll @StringLength(max = 100) String template) {
        try {
            SignedText.parse(template);
        } catch (InvalidProfile e) {
            assertThat(e.field()).isEqualTo("signed");
        }
    }

    @Property
    void credentialsParseOrDoNot(@ForAll @StringLength(max = 200) String header) {
        assertThat(ConnectionCredential.parse("Basic " + header)).isNotNull();
        assertThat(ConnectionCredential.parse("Bearer tsc_" + header)).isNotNull();
        assertThat(ConnectionCredential.parse(header)).isNotNull();
    }

    private static Optional<Rejection> verify(byte[] body, String header) {
        return VERIFIER.verify(List.of(SECRET), Headers.of(Map.of("Signature", header)), body, NOW);
    }

    private static String sign(long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
