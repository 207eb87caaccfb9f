package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in {@code Authorization} is either a credential that is compared, or none; never a failure. */
class AuthorizationPropertiesTest {

    private static final List<byte[]> SECRETS = List.of("a live secret of ours".getBytes(StandardCharsets.UTF_8));

    @Property(tries = 1000)
    void isACredentialOrNone(@ForAll("fields") String field) {
        ConnectionCredential.parse(field)
                .ifPresent(credential -> assertThat(credential.matches(SECRETS)).isFalse());
        AccessToken.parse(field)
                .ifPresent(token ->
                        assertThat(token.verify(SECRETS, Instant.now())).isEmpty());
    }

    @Property(tries = 1000)
    void neverPassesAsAnySortOfProof(@ForAll("fields") String field, @ForAll String body) {
        Headers headers = new Headers()
                .add("Authorization", field)
                .add("webhook-id", field)
                .add("webhook-timestamp", field)
                .add("webhook-signature", field);
        Arrival arrival = new Arrival("POST", "https://a.example/", headers, body.getBytes(StandardCharsets.UTF_8));
        for (LocalProfile profile : List.of(
                new BasicProfile("user"),
                new BearerProfile(),
                new StaticHeaderProfile("Authorization"),
                new FormCredentialsProfile("u", "p", "user"),
                new StandardWebhooksProfile(Duration.ofSeconds(300), false))) {
            assertThat(profile.verify(SECRETS, arrival, Instant.now())).isPresent();
        }
    }

    @Property(tries = 1000)
    void timeIsReadOrNotWhateverItSays(@ForAll String text) {
        for (TimestampRule.TimeUnit unit : TimestampRule.TimeUnit.values()) {
            TimestampRule rule = new TimestampRule(new HeaderElement("t", "", ""), unit, Duration.ofSeconds(300));
            assertThatCode(() -> rule.untimely(new Headers().add("t", text), Instant.now()))
                    .doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<String> fields() {
        Arbitrary<String> schemes =
                Arbitraries.of("Basic ", "basic  ", "Bearer ", "Bearer tsc_", "Bearer tsx_", "", " ", "Digest ");
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(80);
        Arbitrary<String> encoded = Arbitraries.oneOf(
                        noise,
                        noise.map(text -> "00000000-0000-0000-0000-000000000000." + text + ".READ"),
                        noise.map(text -> "00000000-0000-0000-0000-000000000000:" + text))
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return Combinators.combine(schemes, Arbitraries.oneOf(noise, encoded), Arbitraries.of("", ".", ".AAAA", "_x"))
                .as((scheme, rest, end) -> scheme + rest + end);
    }
}
