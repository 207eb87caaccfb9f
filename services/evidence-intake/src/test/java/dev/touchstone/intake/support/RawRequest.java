package dev.touchstone.intake.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no client library would send it. */
public final class RawRequest {

    private static final int PATIENCE = 10_000;

    private RawRequest() {}

    /**
     * The beginning of the answer; empty if there is none.
     *
     * @param head request line and header fields; {@code Host} and the blank line are put behind them
     * @param block sent so many times; the server may answer before
     */
    public static String send(String head, byte[] block, int times) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            try {
                for (int sent = 0; sent < times; sent++) {
                    out.write(block);
                }
                out.flush();
            } catch (IOException closed) {
                // the answer is there already
            }
            return new String(socket.getInputStream().readNBytes(3000), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }

    /** Sends so much and goes away. */
    public static void half(String head, byte[] part) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(part);
            out.flush();
        }
    }

    /** One chunk of a body that does not say how long it is. */
    public static byte[] chunk(String content) {
        return (Integer.toHexString(content.length()) + "\r\n" + content + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
