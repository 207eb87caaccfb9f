package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.Connections;
import dev.touchstone.intake.adapter.postgres.Connections.Stored;
import dev.touchstone.intake.adapter.postgres.DirectoryLogins;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.directory.LoginSource;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which attribute of a directory's users is how they sign in. */
@Path("/intake/v1/connections/{id}/login")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class DirectoryLoginResource {

    private final Caller caller;
    private final Connections connections;
    private final DirectoryLogins logins;

    DirectoryLoginResource(Caller caller, Connections connections, DirectoryLogins logins) {
        this.caller = caller;
        this.connections = connections;
        this.logins = logins;
    }

    /** @param source {@code none} unless somebody said otherwise */
    public record View(String source) {}

    /**
     * What came of it.
     *
     * @param users that state a login by it
     * @param refused of these, SCIM ids of those whose login is somebody else's; at most 100
     */
    public record Told(String source, long users, List<UUID> refused) {}

    @GET
    public Uni<View> login(@PathParam("id") String id) {
        return directory(id).chain(logins::read).map(source -> new View(source.word()));
    }

    /** Idempotent. Applies to the users there are, and to all that come. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Told> tell(@PathParam("id") String id, NewDirectoryLogin login) {
        LoginSource source = LoginSource.of(login.source()).orElse(LoginSource.NONE);
        return directory(id)
                .chain(directory -> logins.tell(directory, source, Instant.now()))
                .map(told -> new Told(told.source().word(), told.users(), told.refused()));
    }

    private Uni<Connection> directory(String id) {
        return connections
                .one(caller.tenant(), Problems.id(id, "connection"))
                .map(Stored::connection)
                .invoke(connection -> {
                    if (connection.channel() != ConnectionChannel.SCIM) {
                        throw ProblemException.conflict(
                                "Only a directory, a connection with channel scim, says how people sign in.");
                    }
                });
    }
}
