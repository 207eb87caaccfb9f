package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.postgres.CaseFile;
import dev.touchstone.assessment.adapter.postgres.ReadCases;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Cases to read. */
@Path("/assessment/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.ASSESSOR, Roles.MODERATOR, Roles.ISSUER_ADMIN})
public class CaseResource {

    private final ReadCases cases;
    private final Caller caller;

    CaseResource(ReadCases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /** For the earner, whoever has it or judged it, and moderators; judgements only for those who may read them. */
    @GET
    @Path("/cases/{caseId}")
    public Uni<CaseView> one(@PathParam("caseId") UUID caseId) {
        return cases.one(caller.tenant(), caller.login(), caller.has(Roles.MODERATOR), caseId)
                .map(CaseView::of);
    }

    /** The caller's own cases, newest first, each with what is still missing. */
    @GET
    @Path("/mine")
    public Uni<Page<OwnCaseView>> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.limit(limit);
        UUID before = Cursor.decode(cursor).map(CaseResource::position).orElse(null);
        return cases.mine(caller.tenant(), caller.login(), before, size + 1)
                .map(rows -> Page.of(rows, size, OwnCaseView::of, CaseResource::position));
    }

    private static String position(CaseFile file) {
        return file.assessmentCase().id().toString();
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
