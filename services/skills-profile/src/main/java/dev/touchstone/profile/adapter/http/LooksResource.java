package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.adapter.mongo.Looks;
import dev.touchstone.profile.adapter.mongo.PassportReads;
import dev.touchstone.profile.passport.PersonKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who looked at me. */
@Path("/profile/v1/me/views")
@RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ISSUER_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class LooksResource {

    private final Viewers viewers;
    private final Looks looks;
    private final PassportReads passports;

    LooksResource(Viewers viewers, Looks looks, PassportReads passports) {
        this.viewers = viewers;
        this.looks = looks;
        this.passports = passports;
    }

    /** @param viewer absent for somebody whose login belongs to no person of the organisation */
    record LookView(Instant at, String kind, String subject, ViewerView viewer, String login) {}

    record ViewerView(UUID personId, String displayName) {}

    @GET
    public Uni<Page<LookView>> views(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer asked) {
        int limit = Cursor.limit(asked);
        String before = Cursor.decode(cursor).orElse(null);
        return viewers.own().chain(own -> {
            PersonKey me = own.passport().key();
            return looks.at(me, before, limit + 1)
                    .chain(kept -> passports
                            .names(me.tenant(), viewerIds(kept))
                            .map(names -> Page.of(kept, limit, look -> view(look.look(), names), Looks.Kept::id)));
        });
    }

    private static List<UUID> viewerIds(List<Looks.Kept> kept) {
        return kept.stream()
                .map(look -> look.look().viewerId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static LookView view(Look look, Map<UUID, String> names) {
        ViewerView viewer =
                look.viewerId() == null ? null : new ViewerView(look.viewerId(), names.get(look.viewerId()));
        return new LookView(
                look.at(),
                look.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                look.subject(),
                viewer,
                look.viewerLogin());
    }
}
