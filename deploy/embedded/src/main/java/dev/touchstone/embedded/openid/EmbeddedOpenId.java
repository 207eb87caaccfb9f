package dev.touchstone.embedded.openid;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OpenID provider in this JVM, on the loopback interface: discovery, keys, a sign-in page with authorization codes,
 * and for scripts the password and client credentials grants. Meant for one machine; anywhere else use a real provider
 * that puts the same claims into its tokens: {@code sub} (login), {@code tenant}, {@code groups}.
 */
public final class EmbeddedOpenId implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final TokenMint mint;

    private EmbeddedOpenId(HttpServer server, ExecutorService threads, TokenMint mint) {
        this.server = server;
        this.threads = threads;
        this.mint = mint;
    }

    /**
     * Starts the provider with a key that is kept in the directory.
     *
     * @param port to listen on, 0 for any free one
     * @param lifetime of the tokens
     * @throws dev.touchstone.embedded.PortTakenException when the port is taken
     */
    public static EmbeddedOpenId start(Path directory, int port, Accounts accounts, Duration lifetime) {
        return start(SigningKey.keptIn(directory), port, accounts, lifetime);
    }

    /** Starts the provider with a new key; its tokens are worth nothing after it is closed. */
    public static EmbeddedOpenId start(int port, Accounts accounts) {
        return start(SigningKey.generate(), port, accounts, Duration.ofHours(1));
    }

    private static EmbeddedOpenId start(ECKey key, int port, Accounts accounts, Duration lifetime) {
        var free = Ports.require(port, "the OpenID provider");
        var mint = new TokenMint(issuer(free), key, lifetime);
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), free), 0);
            var threads = Executors.newFixedThreadPool(THREADS, runnable -> new Thread(runnable, "openid"));
            server.setExecutor(threads);
            new Endpoints(issuer(free), accounts, mint).mountOn(server);
            server.start();
            return new EmbeddedOpenId(server, threads, mint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer, under which discovery is found. */
    public String issuer() {
        return issuer(port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** An access token for anybody, known to the provider or not, as a test needs it. */
    public String token(String tenant, String login, Set<String> groups) {
        var person = new Person(login, login, login + "@" + tenant + ".example", tenant, groups, null);
        return mint.access(person, TokenMint.AUDIENCE);
    }

    /** The public keys as a JSON Web Key Set. */
    public String keys() {
        return new JWKSet(mint.publicKey()).toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String issuer(int port) {
        return "http://localhost:" + port;
    }
}
