package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.adapter.mongo.CatalogueReads;
import dev.touchstone.profile.adapter.mongo.FrameworkReads;
import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import dev.touchstone.profile.fit.RoleFit;
import dev.touchstone.profile.framework.RoleProfile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** A person beside a role. */
@Path("/profile/v1")
@RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class FitResource {

    private final Viewers viewers;
    private final FrameworkReads frameworks;
    private final CatalogueReads catalogue;
    private final ReadingTime reading;
    private final Caller caller;

    FitResource(
            Viewers viewers, FrameworkReads frameworks, CatalogueReads catalogue, ReadingTime reading, Caller caller) {
        this.viewers = viewers;
        this.frameworks = frameworks;
        this.catalogue = catalogue;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Path("/me/fit")
    public Uni<FitView> own(@QueryParam("roleId") String roleId) {
        String tenant = caller.tenant();
        return role(tenant, roleId).chain(role -> viewers.own().chain(own -> compare(tenant, own, role)));
    }

    @GET
    @Path("/people/{personId}/fit")
    public Uni<FitView> person(@PathParam("personId") String personId, @QueryParam("roleId") String roleId) {
        String tenant = caller.tenant();
        return role(tenant, roleId)
                .chain(role -> viewers.passportOf(
                                PassportResource.personId(personId), Look.Kind.ROLE_FIT, role.roleId())
                        .chain(found -> compare(tenant, found, role)));
    }

    private Uni<RoleProfile> role(String tenant, String roleId) {
        if (roleId == null || roleId.isBlank()) {
            throw ProblemException.invalid(
                    "Name the role to compare with.",
                    List.of(new FieldError("roleId", "Use the roleId of a role of a framework.")));
        }
        return frameworks.role(tenant, roleId).map(found -> found.orElseThrow(() -> ProblemException.notFound("role")));
    }

    private Uni<FitView> compare(String tenant, ProjectedPassport projected, RoleProfile role) {
        RoleFit fit = RoleFit.of(role, reading.holdings(projected.passport(), Instant.now()));
        return catalogue.of(tenant).map(entries -> FitView.of(projected, fit, fit.nextSteps(entries)));
    }
}
