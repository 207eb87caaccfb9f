package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.ReadEvidence;
import dev.touchstone.intake.adapter.postgres.StoredEvidence;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.evidence.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Takes in what people hand in themselves, and shows evidence to those entitled. */
@Path("/intake/v1/evidence")
public class EvidenceResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Caller caller;
    private final StrictBodyReader bodies;
    private final Submissions submissions;
    private final ReadEvidence readEvidence;

    EvidenceResource(Caller caller, StrictBodyReader bodies, Submissions submissions, ReadEvidence readEvidence) {
        this.caller = caller;
        this.bodies = bodies;
        this.submissions = submissions;
        this.readEvidence = readEvidence;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<Response> submit(@HeaderParam(Idempotency.HEADER) String key, byte[] body) {
        String checkedKey = Idempotency.requireKey(key);
        NewEvidence posted = bodies.read(NewEvidence.class, body);
        Instant now = Instant.now();
        return submissions
                .submit(caller.tenant(), caller.login(), checkedKey, body, submission(posted, now), now)
                .map(EvidenceResource::response);
    }

    @GET
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<Page<EvidenceSummary>> own(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return readEvidence
                .own(caller.tenant(), caller.login(), Query.position(cursor, NEWEST), most + 1)
                .map(rows ->
                        Page.of(rows, most, EvidenceSummary::of, row -> row.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.ASSESSOR, Roles.MODERATOR})
    public Uni<EvidenceView> one(@PathParam("id") String id) {
        return readEvidence
                .one(
                        caller.tenant(),
                        Problems.id(id, "evidence"),
                        caller.login(),
                        caller.has(Roles.ASSESSOR) || caller.has(Roles.MODERATOR),
                        Instant.now())
                .map(EvidenceView::of);
    }

    @GET
    @Path("/{id}/access-log")
    @RolesAllowed(Roles.EMPLOYEE)
    public Uni<Page<ReadingView>> accessLog(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return readEvidence
                .readings(
                        caller.tenant(),
                        Problems.id(id, "evidence"),
                        caller.login(),
                        Query.position(cursor, NEWEST),
                        most + 1)
                .map(rows ->
                        Page.of(rows, most, ReadingView::of, row -> row.id().toString()));
    }

    /** Who read, on what ground, and when. */
    public record ReadingView(UUID personId, String ground, UUID caseId, Instant readAt) {

        static ReadingView of(ReadEvidence.Reading reading) {
            return new ReadingView(reading.personId(), reading.ground(), reading.caseId(), reading.readAt());
        }
    }

    /** One line of a list of evidence. */
    public record EvidenceSummary(
            UUID evidenceId,
            String state,
            String kind,
            String action,
            String activityId,
            String title,
            Instant occurredAt,
            Instant receivedAt) {

        static EvidenceSummary of(StoredEvidence evidence) {
            var document = evidence.document();
            String name = document.activity().name();
            return new EvidenceSummary(
                    evidence.id(),
                    evidence.state().word(),
                    document.kind(),
                    document.action(),
                    document.activity().id(),
                    evidence.content() == null ? name : evidence.content().title(),
                    document.occurredAt(),
                    document.receivedAt());
        }
    }

    private static Submission submission(NewEvidence posted, Instant now) {
        try {
            return Submission.read(Fields.of(posted), now);
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        }
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
