package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.StoredImport;
import dev.touchstone.intake.document.InvalidDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;

/** Takes in evidence by the file, of any number of rows. */
@Path("/intake/v1/evidence:import")
public class EvidenceImportResource {

    private final Caller caller;
    private final EvidenceImports imports;

    EvidenceImportResource(Caller caller, EvidenceImports imports) {
        this.caller = caller;
        this.imports = imports;
    }

    @POST
    @Blocking
    @Consumes({"text/csv", "application/x-ndjson"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INTEGRATION_ADMIN)
    public Response take(
            @HeaderParam(Idempotency.HEADER) String key,
            @HeaderParam("Content-Type") MediaType type,
            InputStream body) {
        String checkedKey = Idempotency.requireKey(key);
        Instant now = Instant.now();
        boolean lines = type.getSubtype().equalsIgnoreCase("x-ndjson");
        try {
            StoredImport finished = imports.run(
                    caller.tenant(),
                    caller.login(),
                    checkedKey,
                    () -> lines ? ImportRows.ofLines(body, now) : ImportRows.ofCsv(body, now));
            return Response.ok(ImportView.of(finished))
                    .header("Location", "/intake/v1/imports/" + finished.id())
                    .build();
        } catch (InvalidDocument e) {
            UnreadBody.discard(body);
            throw Problems.of(e);
        } catch (ProblemException e) {
            UnreadBody.discard(body);
            throw e;
        }
    }
}
