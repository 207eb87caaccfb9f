package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.access.Viewer;
import dev.touchstone.profile.adapter.mongo.Looks;
import dev.touchstone.profile.adapter.mongo.PassportReads;
import dev.touchstone.profile.adapter.mongo.PassportReads.Signed;
import dev.touchstone.profile.adapter.mongo.ProjectedPassport;
import dev.touchstone.profile.passport.PersonKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The caller as a viewer of skills: what they may see, and a note of what they saw. */
@RequestScoped
class Viewers {

    private final PassportReads passports;
    private final Looks looks;
    private final Caller caller;

    Viewers(PassportReads passports, Looks looks, Caller caller) {
        this.passports = passports;
        this.looks = looks;
        this.caller = caller;
    }

    /** The caller in their organisation. */
    record Present(String tenant, String login, Viewer viewer) {}

    Uni<Present> present() {
        String tenant = caller.tenant();
        String login = caller.login();
        boolean manager = caller.has(Roles.MANAGER);
        boolean issuerAdmin = caller.has(Roles.ISSUER_ADMIN);
        return passports
                .signedInAs(tenant, login)
                .map(signed -> new Viewer(
                        signed.map(Signed::personId).orElse(null),
                        signed.map(Signed::person).orElse(null),
                        manager,
                        issuerAdmin))
                .map(viewer -> new Present(tenant, login, viewer));
    }

    /** The caller's own passport. */
    Uni<ProjectedPassport> own() {
        return present().chain(present -> {
            if (present.viewer().personId() == null) {
                throw ProblemException.notFound("person: nobody signs in with this login");
            }
            return passport(present, present.viewer().personId());
        });
    }

    /** Another person's passport, if the caller may see it; the look is kept. */
    Uni<ProjectedPassport> passportOf(UUID personId, Look.Kind kind, String subject) {
        return present()
                .chain(present -> passport(present, personId)
                        .invoke(found -> {
                            if (!present.viewer()
                                    .maySee(personId, found.passport().person())) {
                                throw ProblemException.forbidden(
                                        "You see your own skills; managers see their unit's, issuer administrators everyone's.");
                            }
                        })
                        .call(() -> keep(present, kind, subject, List.of(personId))));
    }

    /** Keeps a look at others; seeing oneself is not looked upon as one. */
    Uni<Void> keep(Present present, Look.Kind kind, String subject, List<UUID> seen) {
        Viewer viewer = present.viewer();
        List<UUID> others = seen.stream().filter(id -> !viewer.isSelf(id)).toList();
        return looks.keep(
                present.tenant(), new Look(viewer.personId(), present.login(), kind, subject, Instant.now(), others));
    }

    private Uni<ProjectedPassport> passport(Present present, UUID personId) {
        return passports
                .person(new PersonKey(present.tenant(), personId))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("person")));
    }
}
