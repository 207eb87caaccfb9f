package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The connection behind a request that a machine authenticated. */
@RequestScoped
class Sender {

    private final SecurityIdentity identity;

    Sender(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty if a person is behind the request. */
    Optional<Connection> find() {
        return Optional.ofNullable(identity.<SenderAccess>getAttribute(ConnectionAuthentication.ACCESS))
                .map(SenderAccess::connection);
    }

    /** @throws ProblemException forbidden, if it is a person whose provider hands out a connection's role */
    Connection connection() {
        return access().connection();
    }

    /** @throws ProblemException forbidden, if it is a person whose provider hands out a connection's role */
    SenderAccess access() {
        SenderAccess access = identity.getAttribute(ConnectionAuthentication.ACCESS);
        if (access == null) {
            throw ProblemException.forbidden("Only a connection's credential opens this.");
        }
        return access;
    }
}
