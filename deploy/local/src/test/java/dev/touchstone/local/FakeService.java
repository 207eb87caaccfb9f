package dev.touchstone.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service: healthy from the start, and listening where a service would. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        for (var variable : new String[] {"QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT"}) {
            var port = Integer.parseInt(System.getenv(variable));
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/q/health/ready", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
        System.out.println("action=started user=" + System.getenv("QUARKUS_DATASOURCE_USERNAME"));
    }
}
