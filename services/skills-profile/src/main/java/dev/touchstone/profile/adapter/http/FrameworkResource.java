package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.adapter.mongo.FrameworkInForce;
import dev.touchstone.profile.adapter.mongo.FrameworkReads;
import dev.touchstone.profile.framework.FrameworkSkill;
import dev.touchstone.profile.framework.RoleProfile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;

/** The frameworks an organisation has put in force, their roles and skills. */
@Path("/profile/v1")
@RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class FrameworkResource {

    private final FrameworkReads frameworks;
    private final Caller caller;

    FrameworkResource(FrameworkReads frameworks, Caller caller) {
        this.frameworks = frameworks;
        this.caller = caller;
    }

    record SkillLevelView(int ordinal, String name, String description) {}

    record SkillView(String skillId, String name, String description, List<SkillLevelView> levels) {

        static SkillView of(FrameworkSkill skill) {
            return new SkillView(
                    skill.skillId(),
                    skill.name(),
                    skill.description(),
                    skill.levels().stream()
                            .map(level -> new SkillLevelView(level.ordinal(), level.name(), level.description()))
                            .toList());
        }
    }

    @GET
    @Path("/frameworks")
    public Uni<Page<FrameworkView>> frameworks() {
        return frameworks
                .all(caller.tenant())
                .map(all -> new Page<>(all.stream().map(FrameworkView::of).toList(), null));
    }

    @GET
    @Path("/frameworks/{frameworkId}")
    public Uni<FrameworkView> framework(@PathParam("frameworkId") String frameworkId) {
        return inForce(frameworkId).map(FrameworkView::of);
    }

    @GET
    @Path("/frameworks/{frameworkId}/roles")
    public Uni<Page<RoleSummaryView>> roles(
            @PathParam("frameworkId") String frameworkId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer asked) {
        int limit = Cursor.limit(asked);
        int after = after(cursor);
        return inForce(frameworkId)
                .chain(framework -> frameworks.roles(framework, after, limit + 1))
                .map(rows -> page(rows, limit, RoleSummaryView::of));
    }

    @GET
    @Path("/frameworks/{frameworkId}/skills")
    public Uni<Page<SkillView>> skills(
            @PathParam("frameworkId") String frameworkId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer asked) {
        int limit = Cursor.limit(asked);
        int after = after(cursor);
        return inForce(frameworkId)
                .chain(framework -> frameworks.skills(framework, after, limit + 1))
                .map(rows -> page(rows, limit, SkillView::of));
    }

    @GET
    @Path("/roles")
    public Uni<Page<RoleSummaryView>> roles(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer asked) {
        int limit = Cursor.limit(asked);
        String after = Cursor.decode(cursor).orElse("");
        return frameworks
                .roles(caller.tenant(), after, limit + 1)
                .map(rows -> Page.of(rows, limit, RoleSummaryView::of, RoleProfile::roleId));
    }

    @GET
    @Path("/roles/{roleId}")
    public Uni<RoleView> role(@PathParam("roleId") String roleId) {
        return frameworks
                .role(caller.tenant(), roleId)
                .map(found -> found.map(RoleView::of).orElseThrow(() -> ProblemException.notFound("role")));
    }

    private Uni<FrameworkInForce> inForce(String frameworkId) {
        return frameworks
                .find(caller.tenant(), frameworkId)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("framework")));
    }

    private static <R, T> Page<T> page(List<FrameworkReads.Placed<R>> rows, int limit, Function<R, T> view) {
        return Page.of(rows, limit, row -> view.apply(row.item()), row -> Integer.toString(row.seq()));
    }

    private static int after(String cursor) {
        try {
            return Cursor.decode(cursor).map(Integer::parseInt).orElse(-1);
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
