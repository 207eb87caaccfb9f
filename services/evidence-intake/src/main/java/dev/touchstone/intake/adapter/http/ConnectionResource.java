package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.http.ConnectionView.Credentials;
import dev.touchstone.intake.adapter.http.ConnectionView.Opened;
import dev.touchstone.intake.adapter.postgres.Connections;
import dev.touchstone.intake.adapter.postgres.Connections.Stored;
import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.connection.SharedSecret;
import dev.touchstone.intake.connection.VerifierProfile;
import dev.touchstone.intake.document.InvalidDocument;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Connects systems: what they send, how they prove who they are, what their payloads mean. */
@Path("/intake/v1/connections")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class ConnectionResource {

    private static final Logger LOG = Logger.getLogger(ConnectionResource.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID FIRST = new UUID(0, 0);
    private static final String WHAT = "connection";
    private static final Set<String> SECRETS = Set.of("secret", "fetchSecret");

    private final Caller caller;
    private final ConnectionRequests requests;
    private final Connections connections;
    private final LiveConnections live;

    ConnectionResource(Caller caller, ConnectionRequests requests, Connections connections, LiveConnections live) {
        this.caller = caller;
        this.requests = requests;
        this.connections = connections;
        this.live = live;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> create(NewConnection posted) {
        Map<String, Object> settings = requests.chosen(Fields.of(posted));
        ConnectionReader.Request request = requests.read(settings);
        requests.keepsFetchSecret(null, request);
        settings.keySet().removeAll(SECRETS);
        VerifierProfile profile = request.settings().verifier();
        SharedSecret secret = requests.secret(profile, request.secret());
        Connection connection = new Connection(
                new UUID(RANDOM.nextLong(), RANDOM.nextLong()),
                caller.tenant(),
                request.name(),
                request.source(),
                request.channel(),
                request.settings(),
                Instant.now(),
                null);
        ConnectionView view = ConnectionView.of(new Stored(connection, settings, 1, request.fetchSecret() != null));
        return connections
                .create(connection, settings, requests.material(profile, secret), request.fetchSecret())
                .invoke(() -> log("created", connection.id()))
                .replaceWith(() -> Response.status(Response.Status.CREATED)
                        .header("Location", "/intake/v1/connections/" + connection.id())
                        .entity(new Opened(view, Credentials.of(connection, secret)))
                        .build());
    }

    @GET
    public Uni<Page<ConnectionView>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return connections
                .page(caller.tenant(), Query.position(cursor, FIRST), most + 1)
                .map(rows -> Page.of(
                        rows,
                        most,
                        ConnectionView::of,
                        row -> row.connection().id().toString()));
    }

    @GET
    @Path("/{id}")
    public Uni<ConnectionView> one(@PathParam("id") String id) {
        return connections.one(caller.tenant(), Problems.id(id, WHAT)).map(ConnectionView::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ConnectionView> configure(@PathParam("id") String id, ConnectionSettings posted) {
        UUID connectionId = Problems.id(id, WHAT);
        String tenant = caller.tenant();
        return connections
                .one(tenant, connectionId)
                .chain(stored -> {
                    Map<String, Object> asked = Fields.of(posted);
                    asked.put("source", stored.connection().source().word());
                    asked.put("channel", stored.connection().channel().word());
                    Map<String, Object> settings = requests.chosenAgain(stored.settings(), asked);
                    ConnectionReader.Request request = requests.read(settings);
                    boolean keeps = requests.keepsFetchSecret(stored, request);
                    settings.keySet().removeAll(SECRETS);
                    Connection configured = requests.configured(stored.connection(), request);
                    return connections.configure(configured, settings, request.fetchSecret(), keeps);
                })
                .invoke(() -> changed("configured", connectionId))
                .chain(() -> connections.one(tenant, connectionId))
                .map(ConnectionView::of);
    }

    @POST
    @Path("/{id}/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Credentials> rotate(@PathParam("id") String id, NewSecret posted) {
        UUID connectionId = Problems.id(id, WHAT);
        return connections.one(caller.tenant(), connectionId).chain(stored -> {
            Connection connection = stored.connection();
            if (posted.secret() != null && connection.channel() != ConnectionChannel.WEBHOOK) {
                throw Problems.of(new InvalidDocument("/secret", "is minted here for this channel"));
            }
            VerifierProfile profile = connection.settings().verifier();
            SharedSecret secret = requests.rotated(profile, posted.secret());
            return connections
                    .rotate(
                            connection.tenant(),
                            connectionId,
                            requests.material(profile, secret),
                            Boolean.TRUE.equals(posted.retireOthers()))
                    .invoke(() -> changed("secret-rotated", connectionId))
                    .replaceWith(() -> Credentials.of(connection, secret));
        });
    }

    @POST
    @Path("/{id}/disable")
    public Uni<Void> disable(@PathParam("id") String id) {
        UUID connectionId = Problems.id(id, WHAT);
        return connections
                .disable(caller.tenant(), connectionId, Instant.now())
                .invoke(() -> changed("disabled", connectionId));
    }

    private void changed(String what, UUID connectionId) {
        live.forget(connectionId);
        log(what, connectionId);
    }

    private static void log(String what, UUID connectionId) {
        LOG.infof("event=connection-%s connection=%s", what, connectionId);
    }
}
