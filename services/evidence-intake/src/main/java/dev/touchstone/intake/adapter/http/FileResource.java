package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.file.AttachedFile;
import dev.touchstone.intake.file.IncomingFile;
import dev.touchstone.intake.file.RefusedFile;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * Takes in one file a request, its bytes being the body. Evidence names it by its digest afterwards, so that a form may
 * show how far each file is, and a submission that is sent again does not carry them again.
 */
@Path("/intake/v1/evidence/files")
public class FileResource {

    private final Caller caller;
    private final FileUploads uploads;

    FileResource(Caller caller, FileUploads uploads) {
        this.caller = caller;
        this.uploads = uploads;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response upload(
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Content-Length") String length,
            @QueryParam("name") String name,
            InputStream body) {
        refuseAnnounced(length);
        try {
            AttachedFile file = uploads.receive(caller.tenant(), caller.login(), new IncomingFile(name, type), body);
            return Response.status(Response.Status.CREATED).entity(file).build();
        } catch (RefusedFile e) {
            UnreadBody.discard(body);
            throw FileUploads.problem(e);
        } catch (ProblemException e) {
            UnreadBody.discard(body);
            throw e;
        }
    }

    /** Nobody has to send what is refused anyway, so it is not waited for either. */
    private static void refuseAnnounced(String length) {
        try {
            IncomingFile.checkSize(length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0);
        } catch (RefusedFile e) {
            throw FileUploads.problem(e);
        }
    }
}
