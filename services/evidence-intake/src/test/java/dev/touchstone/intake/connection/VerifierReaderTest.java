package dev.touchstone.intake.connection;

import static dev.touchstone.intake.JsonText.json;
import static dev.touchstone.intake.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierReaderTest {

    @Test
    void readsEveryKind() {
        assertThat(read("{'algorithm':'HmacSHA256','header':'S','encoding':'hex','signed':'{body}'}"))
                .isInstanceOf(HmacProfile.class);
        assertThat(read("{'kind':'standard-webhooks','signedBody':'decoded'}"))
                .isEqualTo(new StandardWebhooksProfile(Duration.ofSeconds(300), true));
        assertThat(read("{'kind':'basic','username':'u'}")).isEqualTo(new BasicProfile("u"));
        assertThat(read("{'kind':'bearer'}")).isEqualTo(new BearerProfile());
        assertThat(read("{'kind':'static-header','header':'X-Key'}")).isEqualTo(new StaticHeaderProfile("X-Key"));
        assertThat(read("{'kind':'form-credentials','userField':'u','passwordField':'p','username':'n'}"))
                .isEqualTo(new FormCredentialsProfile("u", "p", "n"));
        assertThat(read("{'kind':'unsigned','allowUnsigned':true}")).isEqualTo(new UnsignedProfile());
        assertThat(read("{'kind':'http-signature','algorithm':'ed25519','keyId':'k','toleranceSeconds':60}"))
                .isEqualTo(new HttpSignatureProfile(
                        HttpSignatureAlgorithm.ED25519,
                        "k",
                        Set.of("@method", "@target-uri", "content-digest"),
                        Duration.ofSeconds(60)));
        assertThat(read("{'kind':'jwt-body','jwksUri':'https://lms.example/keys','issuer':'lms'}"))
                .isEqualTo(new JwtBodyProfile(
                        "https://lms.example/keys", null, Set.of("RS256"), "lms", Duration.ofSeconds(300)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'kind':'magic'}                                                                  | /kind
            {'kind':'unsigned'}                                                               | /allowUnsigned
            {'kind':'unsigned','allowUnsigned':false}                                         | /allowUnsigned
            {'kind':'bearer','username':'x'}                                                  | /username
            {'kind':'basic','username':'a:b'}                                                 | /username
            {'kind':'static-header','header':'not a name'}                                    | /header
            {'kind':'form-credentials','userField':'a','passwordField':'a','username':'n'}    | /passwordField
            {'kind':'http-signature','algorithm':'ed25519','required':['@method']}            | /required
            {'kind':'http-signature','algorithm':'none'}                                      | /algorithm
            {'kind':'jwt-body'}                                                               | ''
            {'kind':'jwt-body','jwks':{},'algorithms':['HS256']}                              | /algorithms
            {'kind':'jwt-body','jwks':{},'algorithms':['none']}                               | /algorithms
            {'kind':'jwt-body','jwks':{},'algorithms':[]}                                     | /algorithms
            {'kind':'jwt-body','jwksUri':'file:///etc/passwd'}                                | /jwksUri
            {'kind':'jwt-body','jwksUri':'https://u:p@lms.example/'}                          | /jwksUri
            {'kind':'standard-webhooks','toleranceSeconds':0}                                 | /toleranceSeconds
            {'kind':'standard-webhooks','signedBody':'maybe'}                                 | /signedBody
            """)
    void namesTheMistake(String profile, String pointer) {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> read(profile));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void readsPings() {
        var settings = ConnectionReader.read(object("""
                {'name':'x','source':'hris','channel':'webhook','template':'$','verifier':{'kind':'bearer'},
                 'bodyField':'data','pings':['ping',{'body':'Ping test','authenticated':false},
                 {'header':'X-GitHub-Event','value':'ping'}]}""")).settings();

        assertThat(settings.bodyField()).isEqualTo("data");
        assertThat(settings.pings())
                .containsExactly(
                        new Ping("ping", null, null, true),
                        new Ping("Ping test", null, null, false),
                        new Ping(null, "X-GitHub-Event", "ping", true));
    }

    @Test
    void secretOfAKindWithoutOneAndPingsThatAreNoneAreMistakes() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> ConnectionReader.read(object("""
                {'name':'x','source':'lms','channel':'webhook','template':'$','secret':'long enough',
                 'verifier':{'kind':'unsigned','allowUnsigned':true},'pings':[{'header':'X'},7]}""")));

        assertThat(invalid.violations())
                .extracting(Violation::pointer)
                .contains("/secret", "/pings")
                .doesNotContain("");
    }

    private static VerifierProfile read(String profile) {
        Document document = Document.of(json(profile));
        VerifierProfile read = VerifierReader.read(document).orElse(null);
        document.check();
        return read;
    }
}
