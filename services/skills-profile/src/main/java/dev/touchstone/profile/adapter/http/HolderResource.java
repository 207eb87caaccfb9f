package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.adapter.http.HolderPage.HolderView;
import dev.touchstone.profile.adapter.mongo.SkillReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who holds a skill. Skill ids may be URIs, so they travel as a query parameter. */
@Path("/profile/v1/holders")
@RolesAllowed({Roles.MANAGER, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class HolderResource {

    private final Viewers viewers;
    private final SkillReads skills;
    private final ReadingTime reading;

    HolderResource(Viewers viewers, SkillReads skills, ReadingTime reading) {
        this.viewers = viewers;
        this.skills = skills;
        this.reading = reading;
    }

    @GET
    public Uni<Page<HolderView>> holders(
            @QueryParam("skillId") String asked,
            @QueryParam("minLevel") Integer minLevel,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer askedLimit) {
        String skillId = SkillResource.skillId(asked);
        int limit = Cursor.limit(askedLimit);
        int lowest = minLevel(minLevel);
        SkillReads.Position after =
                Cursor.decode(cursor).map(HolderResource::position).orElse(null);
        return viewers.present().chain(present -> {
            if (!present.viewer().maySearch()) {
                throw ProblemException.forbidden("Managers search their own unit, issuer administrators everyone.");
            }
            Instant now = Instant.now();
            return skills.holders(
                            new SkillReads.HolderQuery(
                                    present.tenant(),
                                    skillId,
                                    lowest,
                                    present.viewer().searchedUnit(),
                                    now),
                            after,
                            limit + 1)
                    .map(ranked -> new HolderPage(skillId, lowest, passport -> reading.holdings(passport, now))
                            .of(ranked, limit))
                    .call(page -> viewers.keep(present, Look.Kind.SKILL_SEARCH, skillId, shown(page)));
        });
    }

    private static List<UUID> shown(Page<HolderView> page) {
        return page.items().stream().map(view -> view.person().personId()).toList();
    }

    private static SkillReads.Position position(String cursor) {
        try {
            SkillReads.Position position = Json.TOLERANT.readValue(cursor, SkillReads.Position.class);
            if (position.name() != null && position.personKey() != null) {
                return position;
            }
        } catch (IOException notOurs) {
            // refused below, like one that lacks a part
        }
        throw Cursor.invalidCursor();
    }

    private static int minLevel(Integer asked) {
        if (asked != null && asked < 1) {
            throw ProblemException.invalid(
                    "The level is out of range.", List.of(new FieldError("minLevel", "Levels begin at 1.")));
        }
        return asked == null ? 1 : asked;
    }
}
