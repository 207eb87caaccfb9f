package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.FileContents;
import dev.touchstone.intake.adapter.postgres.ReadEvidence;
import dev.touchstone.intake.adapter.postgres.StoredEvidence;
import dev.touchstone.intake.file.AttachedFile;
import dev.touchstone.intake.file.FileName;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gives files of evidence back to those who may read its content; each time is written down as for the content. */
@Path("/intake/v1/evidence/{id}/files")
public class EvidenceFileResource {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final Caller caller;
    private final ReadEvidence readEvidence;
    private final FileContents contents;

    EvidenceFileResource(Caller caller, ReadEvidence readEvidence, FileContents contents) {
        this.caller = caller;
        this.readEvidence = readEvidence;
        this.contents = contents;
    }

    /** Never to be shown within a page of ours: what a person uploads is theirs, not ours to run. */
    @GET
    @Path("/{digest}")
    @Blocking
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.EMPLOYEE, Roles.ASSESSOR, Roles.MODERATOR})
    public Response file(@PathParam("id") String id, @PathParam("digest") String digest) {
        String tenant = caller.tenant();
        UUID evidenceId = Problems.id(id, "evidence");
        boolean assesses = caller.has(Roles.ASSESSOR) || caller.has(Roles.MODERATOR);
        StoredEvidence evidence = readEvidence
                .one(tenant, evidenceId, caller.login(), assesses, Instant.now())
                .await()
                .atMost(STORE_ANSWERS_WITHIN);
        AttachedFile file = Optional.ofNullable(evidence.content()).stream()
                .flatMap(content -> content.files().stream())
                .filter(one -> one.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("file"));
        StreamingOutput output = stream -> write(tenant, file, stream);
        return Response.ok(output)
                .header("Content-Type", type(file))
                .header("Content-Disposition", disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void write(String tenant, AttachedFile file, OutputStream stream) throws IOException {
        long written = 0;
        for (int seq = 0; written < file.size(); seq++) {
            byte[] block = contents.block(tenant, file.digest(), seq)
                    .await()
                    .atMost(STORE_ANSWERS_WITHIN)
                    .orElseThrow(() -> new IOException("withdrawn while it was read"));
            stream.write(block);
            written += block.length;
        }
    }

    private static String type(AttachedFile file) {
        return file.mediaType().startsWith("text/") ? file.mediaType() + "; charset=utf-8" : file.mediaType();
    }

    /** RFC 6266: the name in the notation that takes any character. */
    private static String disposition(AttachedFile file) {
        return file.name() == null
                ? "attachment"
                : "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(FileName.toSave(file.name(), file.mediaType()), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
    }
}
