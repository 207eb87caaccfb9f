package dev.touchstone.intake.fetch;

import static dev.touchstone.intake.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.fetch.FetchCredentials.ClientAuthentication;
import dev.touchstone.intake.fetch.FetchCredentials.ClientCredentials;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchReaderTest {

    private static final String REQUESTS = "'requests':[{'name':'one','path':'/a/{id}','values':'{}'}]";

    @Test
    void readsWhatIsAskedAndHow() {
        FetchSettings settings = read("""
                {'origin':'https://api.example.org/','headers':{'X-Version':'v2.0'},
                 'credentials':{'kind':'client-credentials','tokenUrl':'https://login.example.org/token','clientId':'us',
                                'clientAuthentication':'json'},
                 'requests':[{'name':'person','path':'/people/{id}','values':'{"id": notification.id}'},
                             {'name':'job','path':'/jobs','values':'{}','body':{'fields':['a']}}]}""".replace("{\"id\": notification.id}", "notification"));

        assertThat(settings.origin()).isEqualTo(URI.create("https://api.example.org"));
        assertThat(settings.requests()).extracting(FetchRequest::method).containsExactly("GET", "POST");
        assertThat(settings.headers()).containsEntry("X-Version", "v2.0");
        assertThat(settings.credentials())
                .isEqualTo(new ClientCredentials(
                        URI.create("https://login.example.org/token"), "us", null, ClientAuthentication.JSON));
        assertThat(settings.audience()).isEqualTo("https://login.example.org/token https://api.example.org");
    }

    @Test
    void theSecretTakesThePlaceThatIsLeft() {
        assertThat(fixed("{'kind':'bearer'}").value("s")).isEqualTo("Bearer s");
        assertThat(fixed("{'kind':'basic','username':'user'}").value("s")).isEqualTo("Basic dXNlcjpz");
        assertThat(fixed("{'kind':'basic','password':'x'}").value("s")).isEqualTo("Basic czp4");
        FetchCredentials.Fixed key = fixed("{'kind':'api-key','header':'X-Api-Key','prefix':'key '}");
        assertThat(key.header()).isEqualTo("X-Api-Key");
        assertThat(key.value("s")).isEqualTo("key s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.org",
                "https://user@api.example.org",
                "https://api.example.org/path",
                "https://api.example.org?a=b",
                "ftp://api.example.org",
                "https://",
                "https://{host}/"
            })
    void anOriginIsSchemeAndHost(String origin) {
        assertThat(mistakes("{'origin':'" + origin + "','credentials':{'kind':'none'}," + REQUESTS + "}"))
                .extracting(Violation::pointer)
                .containsExactly("/origin");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, x",
        "Host, evil.example.org",
        "cookie, x",
        "Transfer-Encoding, chunked",
        "X Y, x",
        "X-Y, ä"
    })
    void headersAreNeitherOursNorSecret(String name, String value) {
        assertThat(mistakes("{'origin':'https://api.example.org','credentials':{'kind':'none'},'headers':{'" + name
                        + "':'" + value + "'}," + REQUESTS + "}"))
                .extracting(Violation::pointer)
                .containsExactly("/headers/" + name);
    }

    @Test
    void namesEveryMistake() {
        assertThat(mistakes("""
                        {'origin':'x','credentials':{'kind':'basic','username':'a','password':'b'},'colour':'red',
                         'requests':[{'name':'a b','path':'//x','values':''},{'name':'c','path':'/x','values':'1'},
                                     {'name':'c','path':'/x','values':'1'}]}"""))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/colour",
                        "/origin",
                        "/credentials",
                        "/requests/0/name",
                        "/requests/0/path",
                        "/requests/0/values",
                        "/requests/2/name");
    }

    @Test
    void thereAreAtMostFiveRequests() {
        String one = "{'name':'n%d','path':'/a','values':'{}'}";
        String six = String.join(
                ",", List.of(1, 2, 3, 4, 5, 6).stream().map(one::formatted).toList());

        assertThat(mistakes(
                        "{'origin':'https://api.example.org','credentials':{'kind':'none'},'requests':[" + six + "]}"))
                .extracting(Violation::pointer)
                .contains("/requests");
    }

    private static FetchCredentials.Fixed fixed(String credentials) {
        return (FetchCredentials.Fixed)
                read("{'origin':'https://api.example.org','credentials':" + credentials + "," + REQUESTS + "}")
                        .credentials();
    }

    private static FetchSettings read(String text) {
        Document document = Document.of(object(text));
        FetchSettings settings = FetchReader.read(document).orElse(null);
        document.check();
        return settings;
    }

    private static List<Violation> mistakes(String text) {
        return catchThrowableOfType(InvalidDocument.class, () -> read(text)).violations();
    }
}
