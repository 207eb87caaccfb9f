package dev.touchstone.intake.adapter.egress;

import dev.touchstone.intake.adapter.egress.EgressFailed.Why;
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
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one way to addresses that administrators of organisations give: those must not be able to make this service ask
 * its own neighbours. HTTPS only, only to public addresses, and only to the hosts that the deployment lists, if it lists
 * any. The connection goes to the very address that was looked at, so that a name that resolves to another the second
 * time gains nothing; the certificate has to be for the name all the same. No redirect is followed.
 */
@ApplicationScoped
public class Egress {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(8);
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");

    private final HttpClient client;
    private final boolean anywhere;
    private final AllowedHosts hosts;
    private final Resolver resolver;

    /**
     * @param anywhere for development: private addresses, and plain HTTP, too
     * @param hosts those that may be asked; all where none is listed
     */
    @Inject
    Egress(
            Vertx vertx,
            @ConfigProperty(name = "touchstone.intake.egress.allow-private", defaultValue = "false") boolean anywhere,
            @ConfigProperty(name = "touchstone.intake.egress.hosts") Optional<List<String>> hosts) {
        this(vertx, options(), anywhere, new AllowedHosts(hosts.orElse(List.of())), InetAddress::getAllByName);
    }

    Egress(Vertx vertx, HttpClientOptions options, boolean anywhere, AllowedHosts hosts, Resolver resolver) {
        this.client = vertx.createHttpClient(options);
        this.anywhere = anywhere;
        this.hosts = hosts;
        this.resolver = resolver;
    }

    /** From a name to its addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(16)
                .setMaxWaitQueueSize(64)
                // Addresses may name a person, and traces are nobody else's.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Whether an address may be asked at all, as far as that can be told without resolving it. */
    public boolean allows(URI address) {
        return speaks(address) && hosts.contains(address.getHost());
    }

    private boolean speaks(URI address) {
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
        return send(new EgressRequest("GET", address, JSON, null, most)).map(response -> {
            if (response.status() != EgressResponse.OK) {
                throw new EgressFailed(Why.AWAY, "answered " + response.status());
            }
            return response.body();
        });
    }

    /** Whatever is answered, as {@link #get}. */
    public Uni<EgressResponse> send(EgressRequest request) {
        if (!speaks(request.address())) {
            return Uni.createFrom().failure(new EgressFailed(Why.REFUSED, "only https is allowed"));
        }
        if (!hosts.contains(request.address().getHost())) {
            return Uni.createFrom().failure(new EgressFailed(Why.REFUSED, "is not among the hosts of this deployment"));
        }
        return Uni.createFrom()
                .item(() -> resolved(request.address().getHost()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(server -> sent(request, server))
                .ifNoItem()
                .after(WHOLE)
                .failWith(() -> new EgressFailed(Why.AWAY, "took too long"))
                .onFailure(failure -> !(failure instanceof EgressFailed))
                .transform(failure -> new EgressFailed(
                        Why.AWAY, "failed: " + failure.getClass().getSimpleName()));
    }

    private InetAddress resolved(String host) {
        try {
            InetAddress[] addresses = resolver.resolve(host.replaceAll("[\\[\\]]", ""));
            for (InetAddress address : addresses) {
                if (!anywhere && !PublicAddresses.contains(address)) {
                    throw new EgressFailed(Why.REFUSED, "leads to an address that is not public");
                }
            }
            return addresses[0];
        } catch (UnknownHostException e) {
            throw new EgressFailed(Why.AWAY, "has a host that is not known");
        }
    }

    private static RequestOptions options(EgressRequest request, InetAddress server) {
        URI address = request.address();
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int usual = secure ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setServer(SocketAddress.inetSocketAddress(port, server.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                .setFollowRedirects(false);
        request.headers().forEach(options::putHeader);
        return options;
    }

    private Uni<EgressResponse> sent(EgressRequest asked, InetAddress server) {
        return Uni.createFrom()
                .emitter(emitter -> client.request(options(asked, server))
                        .onFailure(emitter::fail)
                        .onSuccess(request -> {
                            emitter.onTermination(request::reset);
                            (asked.body() == null ? request.send() : request.send(Buffer.buffer(asked.body())))
                                    .onFailure(emitter::fail)
                                    .onSuccess(response -> receive(response, asked.most(), emitter));
                        }));
    }

    private static void receive(HttpClientResponse response, int most, UniEmitter<? super EgressResponse> emitter) {
        response.exceptionHandler(emitter::fail);
        if (response.statusCode() != EgressResponse.OK) {
            emitter.complete(answer(response, Buffer.buffer()));
            return;
        }
        Buffer received = Buffer.buffer();
        response.handler(chunk -> {
            if (received.length() + chunk.length() > most) {
                emitter.fail(new EgressFailed(Why.TOO_LARGE, "has more than " + most + " bytes"));
            } else {
                received.appendBuffer(chunk);
            }
        });
        response.endHandler(ended -> emitter.complete(answer(response, received)));
    }

    private static EgressResponse answer(HttpClientResponse response, Buffer body) {
        return new EgressResponse(response.statusCode(), response.getHeader("Retry-After"), body.getBytes());
    }
}
