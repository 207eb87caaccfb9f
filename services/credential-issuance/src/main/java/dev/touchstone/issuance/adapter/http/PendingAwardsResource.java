package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.issuance.adapter.postgres.RetryAward;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards.Position;
import dev.touchstone.issuance.adapter.postgres.WaitingAwards.Waiting;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
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
    private final RetryAward retry;
    private final PublicAddresses addresses;
    private final Caller caller;

    PendingAwardsResource(WaitingAwards awards, RetryAward retry, PublicAddresses addresses, Caller caller) {
        this.awards = awards;
        this.retry = retry;
        this.addresses = addresses;
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

    /**
     * How a retry ended.
     *
     * @param outcome {@code issued}, {@code waiting} or {@code unfit}
     * @param credentialId with its address, once it is issued
     * @param award what it waits for or why it cannot be issued, as long as it is not
     */
    public record RetryView(UUID decisionId, String outcome, UUID credentialId, URI url, PendingView award) {}

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

    /** Idempotent: an award that is a credential already answers with that credential. */
    @POST
    @Path("{decisionId}/retry")
    @Produces(MediaTypes.JSON)
    public Uni<RetryView> retry(@PathParam("decisionId") UUID decisionId) {
        return retry.retry(caller.tenant(), decisionId)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("award")))
                .map(outcome -> view(decisionId, outcome));
    }

    private RetryView view(UUID decisionId, RetryAward.Outcome outcome) {
        if (outcome instanceof RetryAward.Issued issued) {
            return new RetryView(
                    decisionId, "issued", issued.credentialId(), addresses.credential(issued.credentialId()), null);
        }
        PendingView award = PendingView.of(((RetryAward.StillWaiting) outcome).award());
        return new RetryView(decisionId, award.waitsFor().isEmpty() ? "unfit" : "waiting", null, null, award);
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
