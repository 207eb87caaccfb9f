package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds whose secret is itself sent: Basic, bearer, a fixed header field, fields of a form. */
class PresentedSecretTest {

    private static final BasicProfile BASIC = new BasicProfile("hris");
    private static final BearerProfile BEARER = new BearerProfile();
    private static final StaticHeaderProfile HEADER = new StaticHeaderProfile("X-Hook-Key");
    private static final FormCredentialsProfile FORM = new FormCredentialsProfile("userName", "password", "scorm");

    private record Kind(LocalProfile profile, java.util.function.Function<String, Arrival> presenting) {
        @Override
        public String toString() {
            return profile.kind().word();
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(BASIC, secret -> header("authorization", "basic " + base64("hris:" + secret))),
                new Kind(BEARER, secret -> header("AUTHORIZATION", "BEARER " + secret)),
                new Kind(HEADER, secret -> header("x-hook-key", secret)),
                new Kind(FORM, secret -> form("data=%7B%7D&userName=scorm&password=" + secret)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eitherSecretOfARotationIsGood(Kind kind) {
        List<String> live = List.of("newer-secret", "older-secret");

        assertThat(verify(kind, "newer-secret", live)).isEmpty();
        assertThat(verify(kind, "older-secret", live)).isEmpty();
        assertThat(verify(kind, "oldest-secret", live)).contains(Rejection.MISMATCH);
        assertThat(verify(kind, "newer-secreu", live)).contains(Rejection.MISMATCH);
        assertThat(verify(kind, "newer-secre", live)).contains(Rejection.MISMATCH);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void emptySecretOpensNothing(Kind kind) {
        assertThat(verify(kind, "", List.of(""))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingPresentedIsNotEnough(Kind kind) {
        Optional<Rejection> rejection =
                kind.profile().verify(material(List.of("a secret")), form("data=1"), Instant.EPOCH);

        assertThat(rejection).contains(Rejection.CREDENTIALS_MISSING);
    }

    @Test
    void repeatedFieldIsNoField() {
        Headers twice =
                new Headers().add("Authorization", "Bearer a-secret-word").add("authorization", "Bearer a-secret-word");

        Optional<Rejection> rejection = BEARER.verify(
                material(List.of("a-secret-word")), new Arrival("POST", "", twice, new byte[0]), Instant.EPOCH);

        assertThat(rejection).contains(Rejection.CREDENTIALS_MISSING);
    }

    @Test
    void userNameIsPartOfIt() {
        List<byte[]> live = material(List.of("a secret"));

        assertThat(BASIC.verify(live, header("Authorization", "Basic " + base64("other:a secret")), Instant.EPOCH))
                .contains(Rejection.MISMATCH);
        assertThat(BASIC.verify(live, header("Authorization", "Basic " + base64("hris")), Instant.EPOCH))
                .contains(Rejection.CREDENTIALS_UNREADABLE);
        assertThat(BASIC.verify(live, header("Authorization", "Basic ***"), Instant.EPOCH))
                .contains(Rejection.CREDENTIALS_UNREADABLE);
        assertThat(FORM.verify(live, form("userName=other&password=a+secret"), Instant.EPOCH))
                .contains(Rejection.MISMATCH);
        assertThat(FORM.verify(live, form("userName=scorm&password=a+secret&password=a+secret"), Instant.EPOCH))
                .contains(Rejection.CREDENTIALS_MISSING);
        assertThat(FORM.verify(live, form("userName=scorm&password=%zz"), Instant.EPOCH))
                .contains(Rejection.CREDENTIALS_UNREADABLE);
    }

    @Test
    void whatIsSecretIsNamed() {
        assertThat(HEADER.secretHeaders()).containsExactly("x-hook-key");
        assertThat(FORM.secretFields()).containsExactlyInAnyOrder("userName", "password");
    }

    @Test
    void unsignedProvesNothing() {
        UnsignedProfile unsigned = new UnsignedProfile();

        assertThat(unsigned.verify(List.of(), form(""), Instant.EPOCH)).isEmpty();
        assertThat(unsigned.vouchesFor("X-Delivery")).isFalse();
        assertThat(unsigned.secretUse()).isEqualTo(VerifierProfile.SecretUse.NONE);
    }

    @Property(tries = 300)
    void neverThrowsAndNeverAcceptsWhateverIsSent(@ForAll String field, @ForAll @Size(max = 200) byte[] body) {
        List<byte[]> live = material(List.of("the secret that nobody guesses"));
        Arrival arrival =
                new Arrival("POST", "", Headers.of(Map.of("Authorization", field, "X-Hook-Key", field)), body);

        for (LocalProfile profile : List.of(BASIC, BEARER, HEADER, FORM)) {
            assertThat(profile.verify(live, arrival, Instant.EPOCH)).isPresent();
        }
    }

    private static Optional<Rejection> verify(Kind kind, String presented, List<String> live) {
        return kind.profile().verify(material(live), kind.presenting().apply(presented), Instant.EPOCH);
    }

    private static List<byte[]> material(List<String> secrets) {
        return secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static Arrival header(String name, String value) {
        return new Arrival("POST", "", Headers.of(Map.of(name, value)), new byte[0]);
    }

    private static Arrival form(String body) {
        return new Arrival("POST", "", new Headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
