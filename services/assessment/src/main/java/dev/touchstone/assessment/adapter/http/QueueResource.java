package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.postgres.ReadQueue;
import dev.touchstone.assessment.adapter.postgres.ReadQueue.After;
import dev.touchstone.assessment.adapter.postgres.ReadQueue.Waiting;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** What an assessor or a moderator may take, and what they have. */
@Path("/assessment/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ASSESSOR, Roles.MODERATOR})
public class QueueResource {

    private static final String SEPARATOR = "/";

    private final ReadQueue queue;
    private final Caller caller;

    QueueResource(ReadQueue queue, Caller caller) {
        this.queue = queue;
        this.caller = caller;
    }

    /** Ready cases that the caller may judge, the longest waiting first. */
    @GET
    @Path("/queue")
    public Uni<Page<WaitingView>> waiting(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.limit(limit);
        After after = Cursor.decode(cursor).map(QueueResource::after).orElse(After.NOTHING);
        return queue.freeFor(caller.tenant(), Requests.worker(caller), after, size + 1)
                .map(rows -> Page.of(rows, size, WaitingView::free, QueueResource::position));
    }

    /** Cases that the caller has, the most urgent first. */
    @GET
    @Path("/claims")
    public Uni<Page<WaitingView>> claims() {
        return queue.heldBy(caller.tenant(), caller.login())
                .map(rows -> new Page<>(rows.stream().map(WaitingView::of).toList(), null));
    }

    private static String position(Waiting waiting) {
        return waiting.readyAt() + SEPARATOR + waiting.caseId();
    }

    private static After after(String position) {
        String[] parts = position.split(SEPARATOR);
        try {
            return new After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
