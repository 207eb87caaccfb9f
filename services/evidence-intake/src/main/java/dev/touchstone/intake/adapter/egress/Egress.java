package dev.touchstone.intake.adapter.egress;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one way to addresses that administrators of organisations give: those must not be able to make this service ask
 * its own neighbours. HTTPS only, and only to public addresses. The connection goes to the very address that was
 * looked at, so that a name that resolves to another the second time gains nothing. No redirect is followed.
 */
@ApplicationScoped
public class Egress {

    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(8);

    private final HttpClient client;
    private final boolean anywhere;

    /** @param anywhere for development: private addresses, and plain HTTP, too */
    Egress(
            Vertx vertx,
            @ConfigProperty(name = "touchstone.intake.egress.allow-private", defaultValue = "false") boolean anywhere) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(16)
                .setMaxWaitQueueSize(64));
        this.anywhere = anywhere;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Whether an address may be asked at all, as far as that can be told without resolving it. */
    public boolean allows(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || anywhere && "http".equalsIgnoreCase(address.getScheme()));
    }

    /**
     * The content at an address. Emits on whatever thread it comes by; fails with {@link EgressFailed} within
     * {@code 8 s}, also when there are more bytes than {@code most}.
     */
    public Uni<byte[]> get(URI address, int most) {
        if (!allows(address)) {
            return Uni.createFrom().failure(new EgressFailed("only https is allowed"));
        }
        return Uni.createFrom()
                .item(() -> resolved(address.getHost()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(server -> fetched(request(address, server), most))
                .ifNoItem()
                .after(WHOLE)
                .failWith(() -> new EgressFailed("took too long"))
                .onFailure(failure -> !(failure instanceof EgressFailed))
                .transform(failure ->
                        new EgressFailed("failed: " + failure.getClass().getSimpleName()));
    }

    private InetAddress resolved(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""));
            for (InetAddress address : addresses) {
                if (!anywhere && !PublicAddresses.contains(address)) {
                    throw new EgressFailed("leads to an address that is not public");
                }
            }
            return addresses[0];
        } catch (UnknownHostException e) {
            throw new EgressFailed("has a host that is not known");
        }
    }

    private static RequestOptions request(URI address, InetAddress server) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int usual = secure ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, server.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("Accept", "application/json");
    }

    private Uni<byte[]> fetched(RequestOptions options, int most) {
        return Uni.createFrom()
                .emitter(emitter -> client.request(options)
                        .onFailure(emitter::fail)
                        .onSuccess(request -> {
                            emitter.onTermination(request::reset);
                            request.send()
                                    .onFailure(emitter::fail)
                                    .onSuccess(response -> receive(response, most, emitter));
                        }));
    }

    private static void receive(HttpClientResponse response, int most, UniEmitter<? super byte[]> emitter) {
        response.exceptionHandler(emitter::fail);
        if (response.statusCode() != OK) {
            emitter.fail(new EgressFailed("answered " + response.statusCode()));
            return;
        }
        Buffer received = Buffer.buffer();
        response.handler(chunk -> {
            if (received.length() + chunk.length() > most) {
                emitter.fail(new EgressFailed("has more than " + most + " bytes"));
            } else {
                received.appendBuffer(chunk);
            }
        });
        response.endHandler(ended -> emitter.complete(received.getBytes()));
    }
}
