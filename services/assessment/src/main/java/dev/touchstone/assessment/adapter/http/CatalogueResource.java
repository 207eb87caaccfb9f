package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.adapter.postgres.ReadCatalogue;
import dev.touchstone.assessment.adapter.postgres.RetireAchievement;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** What the organisation recognises. */
@Path("/assessment/v1/achievements")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private final ReadCatalogue catalogues;
    private final RetireAchievement retiring;
    private final Caller caller;

    CatalogueResource(ReadCatalogue catalogues, RetireAchievement retiring, Caller caller) {
        this.catalogues = catalogues;
        this.retiring = retiring;
        this.caller = caller;
    }

    /** The latest version of each, in order of id. */
    @GET
    @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
    public Uni<Page<AchievementSummary>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor).orElse("");
        return catalogues.of(caller.tenant()).map(catalogue -> {
            List<AchievementLine> rows = catalogue.lines().stream()
                    .filter(line -> line.id().compareTo(after) > 0)
                    .sorted(Comparator.comparing(AchievementLine::id))
                    .limit(size + 1L)
                    .toList();
            return Page.of(rows, size, AchievementSummary::of, AchievementLine::id);
        });
    }

    /** The latest version. */
    @GET
    @Path("/{achievementId}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
    public Uni<AchievementView> latest(@PathParam("achievementId") String achievementId) {
        return line(achievementId).map(line -> AchievementView.of(line.latest(), line));
    }

    /** A version; old ones stay readable for ever. */
    @GET
    @Path("/{achievementId}/versions/{version}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
    public Uni<AchievementView> version(
            @PathParam("achievementId") String achievementId, @PathParam("version") int version) {
        return line(achievementId)
                .map(line -> line.version(version)
                        .map(achievement -> AchievementView.of(achievement, line))
                        .orElseThrow(() -> ProblemException.notFound("version of the achievement")));
    }

    private Uni<AchievementLine> line(String achievementId) {
        return catalogues
                .of(caller.tenant())
                .map(catalogue ->
                        catalogue.line(achievementId).orElseThrow(() -> ProblemException.notFound("achievement")));
    }

    /** Takes it off offer, for good; again changes nothing. */
    @POST
    @Path("/{achievementId}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISSUER_ADMIN)
    public Uni<AchievementView> retire(@PathParam("achievementId") String achievementId, Retirement retirement) {
        return retiring.retire(caller.tenant(), caller.login(), achievementId, retirement.reason())
                .map(line -> AchievementView.of(line.latest(), line));
    }
}
