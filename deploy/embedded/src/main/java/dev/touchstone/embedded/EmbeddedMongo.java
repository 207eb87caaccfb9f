package dev.touchstone.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;

/**
 * A server in this JVM that speaks MongoDB's wire protocol, without transactions, change streams, text search or update
 * pipelines. Enough for the demonstration and for tests; everything larger belongs on a real MongoDB.
 *
 * <p>On disk it writes back once a second and when it is closed, so a crash of this JVM may lose the last second.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server that keeps its data in the directory.
     *
     * @param port to listen on, 0 for any free one
     * @throws PortTakenException when the port is taken
     * @throws IllegalStateException when another process uses the directory
     */
    public static EmbeddedMongo start(Path directory, int port) {
        var free = Ports.require(port, "the MongoDB-wire server");
        return listen(open(directory.toAbsolutePath()), free);
    }

    /** Starts a server that forgets everything when it is closed. */
    public static EmbeddedMongo startInMemory(int port) {
        return listen(H2Backend.inMemory(), Ports.require(port, "the MongoDB-wire server"));
    }

    private static H2Backend open(Path directory) {
        var file = directory.resolve("documents.mv");
        try {
            Files.createDirectories(directory);
            return new H2Backend(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("no directory " + directory, e);
        } catch (MVStoreException e) {
            throw new IllegalStateException(file + " cannot be opened; is another process using it?", e);
        }
    }

    private static EmbeddedMongo listen(H2Backend backend, int port) {
        var server = new MongoServer(backend);
        server.bind(InetAddress.getLoopbackAddress().getHostAddress(), port);
        return new EmbeddedMongo(server, port);
    }

    /** Address for clients, without a database. */
    public String connectionString() {
        return "mongodb://localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** Writes everything back and stops. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
