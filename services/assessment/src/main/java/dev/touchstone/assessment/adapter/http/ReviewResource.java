package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.postgres.Reviews;
import dev.touchstone.assessment.adapter.postgres.Reviews.Review;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;

/** Decisions to be looked at again. */
@Path("/assessment/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Reviews reviews;
    private final Caller caller;

    ReviewResource(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.MODERATOR, Roles.ISSUER_ADMIN})
    public Uni<Page<Review>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.limit(limit);
        UUID before = Cursor.decode(cursor).map(ReviewResource::position).orElse(NEWEST);
        return reviews.page(caller.tenant(), before, size + 1)
                .map(rows -> Page.of(
                        rows, size, review -> review, review -> review.caseId().toString()));
    }

    @POST
    @Path("/{caseId}/uphold")
    @RolesAllowed(Roles.MODERATOR)
    public Uni<Void> uphold(@PathParam("caseId") UUID caseId) {
        return reviews.uphold(caller.tenant(), caller.login(), caseId, Instant.now());
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
