package dev.touchstone.profile.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes connections on to a server; while it is shut it breaks those there are and accepts none. */
public final class Gate implements AutoCloseable {

    private static final String SHUT = "touchstone.test.store.shut";

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final AtomicBoolean shut = new AtomicBoolean();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Gate(ServerSocket listener, String host, int port) {
        this.listener = listener;
        this.host = host;
        this.port = port;
    }

    static Gate open(String host, int port) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        // tests may live in another class loader: only what the JDK knows is shared with them
        System.getProperties().put(SHUT, gate.shut);
        Thread acceptor = new Thread(gate::accept, "store-gate");
        acceptor.setDaemon(true);
        acceptor.start();
        return gate;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes the store away until the result is closed. */
    public static Shut shut() {
        AtomicBoolean shut = (AtomicBoolean) System.getProperties().get(SHUT);
        shut.set(true);
        return () -> shut.set(false);
    }

    /** While this is not closed, the store is away. */
    public interface Shut extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        sockets.forEach(Gate::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (shut.get()) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(host, port);
                pump(client, server);
                pump(server, client);
            } catch (IOException closed) {
                // the test is over, or this connection is
            }
        }
    }

    private void pump(Socket from, Socket to) {
        sockets.add(from);
        Thread pump = new Thread(
                () -> {
                    try (from;
                            to) {
                        copy(from.getInputStream(), to.getOutputStream());
                    } catch (IOException closed) {
                        // the other half ends with it
                    } finally {
                        sockets.remove(from);
                    }
                },
                "store-gate-pump");
        pump.setDaemon(true);
        pump.start();
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0 && !shut.get(); read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // nothing left to close
        }
    }
}
