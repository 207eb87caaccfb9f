package dev.touchstone.intake.connection;

import static dev.touchstone.intake.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionReaderTest {

    @Test
    void readsAWebhookConnection() {
        ConnectionReader.Request request = ConnectionReader.read(object("""
                {'name':'GitHub','source':'work-tool','channel':'webhook','ackStatus':200,'timeZone':'Europe/Berlin',
                 'verifier':{'kind':'hmac','algorithm':'HmacSHA256','header':'X-Hub-Signature-256','prefix':'sha256=',
                             'encoding':'hex','signed':'{body}'},
                 'secret':'a long enough secret','template':'$','dedupe':{'header':'X-GitHub-Delivery'}}"""));

        assertThat(request.source()).isEqualTo(SourceKind.WORK_TOOL);
        assertThat(request.channel()).isEqualTo(ConnectionChannel.WEBHOOK);
        assertThat(request.settings().ackStatus()).isEqualTo(200);
        assertThat(request.settings().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(request.settings().dedupe()).isEqualTo(new DedupeRule.Header("X-GitHub-Delivery"));
        assertThat(request.secret()).isEqualTo("a long enough secret");
    }

    @Test
    void namesEveryMistake() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> ConnectionReader.read(object("""
                        {'name':'x','source':'lms','channel':'webhook','ackStatus':500,'timeZone':'Mars',
                         'verifier':{'algorithm':'HmacMD5','header':'S','encoding':'hex','signed':'{body'},
                         'colour':'red'}""")));

        assertThat(invalid.violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/colour", "/verifier/algorithm", "/ackStatus", "/timeZone", "/template");
    }

    @Test
    void secretHasToFitTheProfile() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> ConnectionReader.read(object("""
                        {'name':'x','source':'lms','channel':'webhook','template':'$','secret':'not base64!',
                         'verifier':{'algorithm':'HmacSHA256','header':'S','encoding':'hex','signed':'{body}',
                                     'secretEncoding':'base64'}}""")));

        assertThat(invalid.violations())
                .containsExactly(new Violation("/secret", "is not in the profile's secretEncoding"));
    }

    @Test
    void peopleComeFromHrisOnly() {
        InvalidDocument invalid = catchThrowableOfType(
                InvalidDocument.class,
                () -> ConnectionReader.read(object("{'name':'x','source':'lms','channel':'people'}")));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly("/source");
    }

    @Test
    void signedTextWithoutBodyIsRefused() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> ConnectionReader.read(object("""
                        {'name':'x','source':'lms','channel':'webhook','template':'$',
                         'verifier':{'algorithm':'HmacSHA256','header':'S','encoding':'hex','signed':'{timestamp}'}}""")));

        assertThat(invalid.violations())
                .containsExactly(new Violation("/verifier/signed", "must hold {body} exactly once"));
    }

    @Test
    void rotationKeepsTwoSecretsAndCanRetireTheOld() {
        assertThat(LiveConnection.rotated(List.of("b", "a"), "c", false)).containsExactly("c", "b");
        assertThat(LiveConnection.rotated(List.of("b", "a"), "c", true)).containsExactly("c");
    }
}
