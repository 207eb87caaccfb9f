package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.adapter.postgres.ParkedEvidence;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Shows evidence that waits for its person, and by what that person would be known. */
@Path("/intake/v1/parked")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class ParkedResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Caller caller;
    private final ParkedEvidence parked;

    ParkedResource(Caller caller, ParkedEvidence parked) {
        this.caller = caller;
        this.parked = parked;
    }

    /** Evidence that waits. */
    public record View(UUID evidenceId, String reason, List<IdentityView> identities, EvidenceSubmitted evidence) {

        static View of(ParkedEvidence.Waiting waiting) {
            return new View(
                    waiting.id(),
                    waiting.reason(),
                    waiting.identities().stream().map(IdentityView::of).toList(),
                    waiting.document());
        }
    }

    @GET
    public Uni<Page<View>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return parked.page(caller.tenant(), Query.position(cursor, NEWEST), most + 1)
                .map(rows -> Page.of(rows, most, View::of, row -> row.id().toString()));
    }
}
