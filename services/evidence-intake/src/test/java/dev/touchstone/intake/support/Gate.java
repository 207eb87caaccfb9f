package dev.touchstone.intake.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on to a server; while it is shut it breaks those there are and accepts none. */
public final class Gate implements AutoCloseable {

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    private Gate(ServerSocket listener, String host, int port) {
        this.listener = listener;
        this.host = host;
        this.port = port;
    }

    /** @param name by which {@link #shut(String)} finds it: tests may live in another class loader */
    static Gate open(String name, String host, int port) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        ServerSocket handle = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        System.setProperty(property(name), Integer.toString(handle.getLocalPort()));
        start("gate-" + name, gate::accept);
        start("gate-" + name + "-handle", () -> gate.listen(handle));
        return gate;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes the server away until the result is closed. */
    public static Shut shut(String name) {
        int handle = Integer.getInteger(property(name));
        turn(handle);
        return () -> turn(handle);
    }

    /** While this is not closed, the server is away. */
    public interface Shut extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        sockets.forEach(Gate::closeQuietly);
    }

    private static String property(String name) {
        return "touchstone.test.gate." + name;
    }

    private static void turn(int handle) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), handle)) {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever connects turns the gate, and hears when that is done. */
    private void listen(ServerSocket handle) {
        while (!listener.isClosed()) {
            try (Socket turner = handle.accept()) {
                shut = !shut;
                if (shut) {
                    sockets.forEach(Gate::closeQuietly);
                }
                turner.getOutputStream().write(1);
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (shut) {
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
        start("gate-pump", () -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException closed) {
                // the other half ends with it
            } finally {
                sockets.remove(from);
            }
        });
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // nothing left to close
        }
    }
}
