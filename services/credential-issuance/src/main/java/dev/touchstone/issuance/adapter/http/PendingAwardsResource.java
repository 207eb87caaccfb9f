package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards.Position;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Awards that are not credentials yet, and what they wait for. */
@Path("/credentials/v1/pending")
@RolesAllowed(Roles.ISSUER_ADMIN)
public class PendingAwardsResource {

    private static final String SEPARATOR = "|";

    private final WaitingAwards awards;
    private final Caller caller;

    PendingAwardsResource(WaitingAwards awards, Caller caller) {
        this.awards = awards;
        this.caller = caller;
    }

    /** An award that waits. */
    public record PendingView(
            UUID decisionId,
            UUID personId,
            String achievementId,
            int achievementVersion,
            Instant receivedAt,
            List<String> waitsFor,
            String problem) {

        static PendingView of(Waiting waiting) {
            return new PendingView(
                    waiting.decisionId(),
                    waiting.subject().personId(),
                    waiting.subject().achievementId(),
                    waiting.subject().achievementVersion(),
                    waiting.receivedAt(),
                    waiting.waitsFor(),
                    waiting.problem());
        }
    }

    @GET
    @Produces(MediaTypes.JSON)
    public Uni<Page<PendingView>> pending(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.limit(limit);
        Position behind =
                Cursor.decode(cursor).map(PendingAwardsResource::position).orElse(null);
        return awards.page(caller.tenant(), behind, size)
                .map(rows ->
                        Page.of(rows, size, PendingView::of, row -> row.receivedAt() + SEPARATOR + row.decisionId()));
    }

    private static Position position(String text) {
        try {
            int at = text.indexOf(SEPARATOR);
            return new Position(Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
