package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;

/** Passports: one's own, and those of the people one may see. */
@Path("/profile/v1")
@RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class PassportResource {

    private final Viewers viewers;
    private final ReadingTime reading;

    PassportResource(Viewers viewers, ReadingTime reading) {
        this.viewers = viewers;
        this.reading = reading;
    }

    @GET
    @Path("/me")
    public Uni<PassportView> own() {
        return viewers.own().map(this::view);
    }

    @GET
    @Path("/people/{personId}")
    public Uni<PassportView> person(@PathParam("personId") String personId) {
        return viewers.passportOf(personId(personId), Look.Kind.PASSPORT, null).map(this::view);
    }

    /** An id of any other shape cannot be anybody's. */
    static UUID personId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("person");
        }
    }

    private PassportView view(ProjectedPassport projected) {
        Instant now = Instant.now();
        return PassportView.of(projected, reading.holdings(projected.passport(), now), now);
    }
}
