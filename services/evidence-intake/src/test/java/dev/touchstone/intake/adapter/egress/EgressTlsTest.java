package dev.touchstone.intake.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the address that was looked at; the certificate is held against the name that was asked for. */
class EgressTlsTest {

    private static final String HOST = "hris.example.org";
    private static final String OTHER = "other.example.org";

    @TempDir
    static Path folder;

    private static Path certificate;
    private static Path otherCertificate;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> namesAsked = new CopyOnWriteArrayList<>();
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private HttpsServer server;

    @BeforeAll
    static void certificates() throws Exception {
        certificate = Certificates.of(HOST, folder);
        otherCertificate = Certificates.of(OTHER, folder);
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Certificates.server(certificate)));
        server.createContext("/", exchange -> {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().stream()
                    .map(SNIServerName::getEncoded)
                    .map(String::new)
                    .forEach(namesAsked::add);
            byte[] body = exchange.getRequestHeaders().getFirst("Host").getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theServerIsAskedByNameAndItsCertificateIsForTheName() {
        // Given
        Egress egress = trusting(certificate);

        // When
        EgressResponse response = send(egress, HOST);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(new String(response.body())).isEqualTo(HOST + ":" + port());
        assertThat(namesAsked).containsExactly(HOST);
        assertThat(resolved).containsExactly(HOST);
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        Egress egress = trusting(certificate);

        assertThatThrownBy(() -> send(egress, OTHER))
                .isInstanceOfSatisfying(
                        EgressFailed.class, failed -> assertThat(failed.why()).isEqualTo(EgressFailed.Why.AWAY))
                .hasMessageStartingWith("failed: SSLHandshake");
        assertThat(namesAsked).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Egress egress = trusting(otherCertificate);

        assertThatThrownBy(() -> send(egress, HOST)).isInstanceOf(EgressFailed.class);
        assertThat(namesAsked).isEmpty();
    }

    /** The name is looked up once; what it leads to afterwards is of no consequence. */
    @Test
    void aNameThatLeadsElsewhereTheSecondTimeGainsNothing() {
        // Given
        Egress.Resolver rebinding = host -> {
            resolved.add(host);
            return new InetAddress[] {InetAddress.getByName(resolved.size() == 1 ? "198.18.0.1" : "127.0.0.1")};
        };
        Egress egress = new Egress(vertx, trust(certificate), false, new AllowedHosts(List.of()), rebinding);

        // When
        assertThatThrownBy(() -> send(egress, HOST))
                .isInstanceOfSatisfying(
                        EgressFailed.class, failed -> assertThat(failed.why()).isEqualTo(EgressFailed.Why.REFUSED));

        // Then
        assertThat(resolved).containsExactly(HOST);
        assertThat(namesAsked).isEmpty();
    }

    /** One good address among them does not make the others good. */
    @Test
    void everyAddressHasToBePublic() {
        Egress.Resolver mixed =
                host -> new InetAddress[] {InetAddress.getByName("9.9.9.9"), InetAddress.getByName("10.0.0.1")};
        Egress egress = new Egress(vertx, trust(certificate), false, new AllowedHosts(List.of()), mixed);

        assertThatThrownBy(() -> send(egress, HOST))
                .isInstanceOf(EgressFailed.class)
                .hasMessage("leads to an address that is not public");
    }

    @Test
    void onlyListedHostsAreAsked() {
        Egress egress = new Egress(
                vertx, trust(certificate), true, new AllowedHosts(List.of("*.example.com", HOST)), this::loopback);

        assertThat(send(egress, HOST).status()).isEqualTo(200);
        assertThatThrownBy(() -> send(egress, OTHER))
                .isInstanceOfSatisfying(
                        EgressFailed.class, failed -> assertThat(failed.why()).isEqualTo(EgressFailed.Why.REFUSED))
                .hasMessage("is not among the hosts of this deployment");
        assertThat(egress.allows(URI.create("https://a.b.example.com/"))).isTrue();
        assertThat(egress.allows(URI.create("https://EXAMPLE.com/"))).isFalse();
        assertThat(egress.allows(URI.create("https://badexample.com/"))).isFalse();
        assertThat(egress.allows(URI.create("https://HRIS.example.org/"))).isTrue();
    }

    private Egress trusting(Path authority) {
        return new Egress(vertx, trust(authority), true, new AllowedHosts(List.of()), this::loopback);
    }

    private InetAddress[] loopback(String host) throws UnknownHostException {
        resolved.add(host);
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }

    private static HttpClientOptions trust(Path authority) {
        return Egress.options()
                .setTrustOptions(new PfxOptions().setPath(authority.toString()).setPassword(Certificates.PASSWORD));
    }

    private EgressResponse send(Egress egress, String host) {
        URI address = URI.create("https://" + host + ":" + port() + "/");
        return egress.send(new EgressRequest("GET", address, Map.of(), null, 10_000))
                .await()
                .indefinitely();
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
