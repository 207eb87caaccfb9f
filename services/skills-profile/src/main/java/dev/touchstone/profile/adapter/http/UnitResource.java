package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.adapter.mongo.PassportReads;
import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.unit.Member;
import dev.touchstone.profile.unit.UnitSkills;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** What a unit can do. */
@Path("/profile/v1/units/{unitId}/skills")
@RolesAllowed({Roles.MANAGER, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class UnitResource {

    /** A larger matrix is no use to anybody; ask for its sub-units. */
    private static final int MAX_PEOPLE = 1_000;

    private final Viewers viewers;
    private final PassportReads passports;
    private final ReadingTime reading;

    UnitResource(Viewers viewers, PassportReads passports, ReadingTime reading) {
        this.viewers = viewers;
        this.passports = passports;
        this.reading = reading;
    }

    @GET
    public Uni<UnitView> skills(@PathParam("unitId") String unitId) {
        return viewers.present()
                .chain(present -> passports
                        .unit(present.tenant(), unitId, MAX_PEOPLE + 1)
                        .invoke(members -> check(present, unitId, members))
                        .call(members -> viewers.keep(
                                present,
                                Look.Kind.UNIT,
                                unitId,
                                members.stream()
                                        .map(member -> member.passport().key().personId())
                                        .toList()))
                        .map(members -> view(unitId, members)));
    }

    private static void check(Viewers.Present present, String unitId, List<ProjectedPassport> members) {
        if (members.isEmpty()) {
            throw ProblemException.notFound("unit");
        }
        if (!present.viewer().maySeeUnit(unitId)) {
            throw ProblemException.forbidden("Managers see their own unit, issuer administrators every one.");
        }
        if (members.size() > MAX_PEOPLE) {
            throw ProblemException.of(
                    ProblemType.UNPROCESSABLE, "The unit has more than " + MAX_PEOPLE + " people; ask for its parts.");
        }
    }

    private UnitView view(String unitId, List<ProjectedPassport> members) {
        Instant now = Instant.now();
        String name = members.get(0).passport().person().unitName();
        return UnitView.of(UnitSkills.of(
                unitId,
                name,
                members.stream().map(member -> member(member.passport(), now)).toList()));
    }

    private Member member(Passport passport, Instant now) {
        return new Member(
                passport.key().personId(),
                passport.person().displayName(),
                passport.person().jobTitle(),
                reading.holdings(passport, now));
    }
}
