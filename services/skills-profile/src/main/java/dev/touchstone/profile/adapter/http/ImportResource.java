package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.adapter.csv.GdadSheetReader;
import dev.touchstone.profile.adapter.csv.UnreadableSheet;
import dev.touchstone.profile.adapter.mongo.PutFrameworkInForce;
import dev.touchstone.profile.framework.Framework;
import dev.touchstone.profile.framework.ImportedFramework;
import dev.touchstone.profile.framework.RoleSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes a role sheet and puts it in force. It is read as it arrives, row by row; the server refuses bodies above its
 * limit. The same sheet again changes nothing and gets the same report.
 */
@Path("/profile/v1")
@RolesAllowed(Roles.ISSUER_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final Logger LOG = Logger.getLogger(ImportResource.class);

    private final PutFrameworkInForce frameworks;
    private final Caller caller;

    ImportResource(PutFrameworkInForce frameworks, Caller caller) {
        this.frameworks = frameworks;
        this.caller = caller;
    }

    @POST
    @Path("/frameworks")
    @Blocking
    @Consumes("text/csv")
    public Uni<Response> importSheet(InputStream csv, @BeanParam FrameworkParameters parameters) {
        String tenant = caller.tenant();
        String login = caller.login();
        Framework framework = parameters.framework();
        Sheet sheet = read(csv, framework);
        return frameworks
                .put(tenant, login, sheet.digest(), sheet.imported())
                .invoke(outcome -> LOG.infof(
                        "event=framework-imported tenant=%s framework=%s changed=%b digest=%s",
                        tenant, framework.frameworkId(), outcome.changed(), sheet.digest()))
                .map(ImportResource::answer);
    }

    private record Sheet(String digest, ImportedFramework imported) {}

    private static Response answer(PutFrameworkInForce.Outcome outcome) {
        FrameworkView view = FrameworkView.of(outcome.inForce());
        return outcome.changed()
                ? Response.created(URI.create("/profile/v1/frameworks/" + view.frameworkId()))
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    private static Sheet read(InputStream csv, Framework framework) {
        MessageDigest digest = sha256();
        RoleSheet sheet = new RoleSheet(framework);
        try (DigestInputStream digested = new DigestInputStream(csv, digest)) {
            GdadSheetReader.read(digested, sheet);
        } catch (UnreadableSheet unreadable) {
            throw invalid("Line " + unreadable.line() + ": " + unreadable.getMessage());
        } catch (IOException broken) {
            throw invalid("The body ended before the sheet did.");
        }
        ImportedFramework imported = sheet.clean();
        if (imported.roles().isEmpty()) {
            throw invalid("No row of the sheet describes a role level in use.");
        }
        return new Sheet("sha256:" + HexFormat.of().formatHex(digest.digest()), imported);
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.invalid("The sheet could not be read.", List.of(new FieldError("", detail)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
