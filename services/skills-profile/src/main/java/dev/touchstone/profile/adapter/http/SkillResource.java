package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.ProfileConfig;
import dev.touchstone.profile.adapter.mongo.SkillReads;
import dev.touchstone.profile.inventory.SkillCount;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** The skills an organisation has. */
@Path("/profile/v1/skills")
@Produces(MediaType.APPLICATION_JSON)
public class SkillResource {

    private final SkillReads skills;
    private final Caller caller;
    private final int smallestCount;

    SkillResource(SkillReads skills, Caller caller, ProfileConfig config) {
        this.skills = skills;
        this.caller = caller;
        this.smallestCount = config.smallestCount();
    }

    /** @param held absent where too few people hold it to tell; @param levels absent where any level has too few */
    record SkillView(String skillId, String name, Integer held, List<LevelCountView> levels) {

        static SkillView of(SkillCount count) {
            return new SkillView(count.skillId(), count.name(), count.held(), LevelCountView.of(count.byLevel()));
        }
    }

    @GET
    @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
    public Uni<Page<SkillView>> inventory(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer asked) {
        int limit = Cursor.limit(asked);
        String after = Cursor.decode(cursor).orElse("");
        int smallest = caller.has(Roles.ISSUER_ADMIN) ? 0 : smallestCount;
        return skills.inventory(caller.tenant(), Instant.now())
                .map(counts -> counts.stream()
                        .filter(count -> count.skillId().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .map(count -> count.withoutCountsBelow(smallest))
                        .toList())
                .map(rows -> Page.of(rows, limit, SkillView::of, SkillCount::skillId));
    }

    static String skillId(String asked) {
        if (asked == null || asked.isBlank() || asked.length() > 300) {
            throw ProblemException.invalid(
                    "Name the skill.",
                    List.of(new FieldError("skillId", "Give the id of a skill, 1 to 300 characters.")));
        }
        return asked;
    }
}
