package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.contract.JudgementContent;
import dev.touchstone.assessment.adapter.postgres.ClaimCase;
import dev.touchstone.assessment.adapter.postgres.JudgeCase;
import dev.touchstone.assessment.adapter.postgres.Judged;
import dev.touchstone.assessment.adapter.postgres.Worker;
import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** Work on a case, of assessors, and of moderators where assessors do not agree. */
@Path("/assessment/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ASSESSOR, Roles.MODERATOR})
public class CaseWorkResource {

    private final ClaimCase claiming;
    private final JudgeCase judging;
    private final StrictBodyReader bodies;
    private final Requests requests;
    private final Caller caller;

    CaseWorkResource(ClaimCase claiming, JudgeCase judging, StrictBodyReader bodies, Requests requests, Caller caller) {
        this.claiming = claiming;
        this.judging = judging;
        this.bodies = bodies;
        this.requests = requests;
        this.caller = caller;
    }

    /** Takes the case, or keeps it longer. */
    @POST
    @Path("/cases/{caseId}/claim")
    public Uni<ClaimAnswer> claim(@PathParam("caseId") UUID caseId) {
        return claiming.claim(caller.tenant(), Requests.worker(caller), caseId).map(ClaimAnswer::of);
    }

    /** Gives the case back. */
    @POST
    @Path("/cases/{caseId}/release")
    public Uni<ClaimAnswer> release(@PathParam("caseId") UUID caseId) {
        return claiming.release(caller.tenant(), Requests.worker(caller), caseId)
                .map(ClaimAnswer::of);
    }

    /** Judges the case; the answer is the decision, or that somebody else has to judge first. */
    @POST
    @Path("/cases/{caseId}/judgements")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> judge(
            @PathParam("caseId") UUID caseId, @HeaderParam(Idempotency.HEADER) String key, byte[] body) {
        JudgementContent judgement = bodies.read(JudgementContent.class, body);
        String tenant = caller.tenant();
        Worker worker = Requests.worker(caller);
        return requests.once(
                caller,
                key,
                body,
                session -> judging.judge(session, tenant, worker, caseId, judgement)
                        .map(CaseWorkResource::answer));
    }

    private static Answer answer(Judged judged) {
        return judged.decision()
                .map(decided -> Requests.answer(201, DecisionView.of(decided), Map.of()))
                .orElseGet(() -> Requests.answer(202, RecordedView.of(judged.assessmentCase()), Map.of()));
    }
}
