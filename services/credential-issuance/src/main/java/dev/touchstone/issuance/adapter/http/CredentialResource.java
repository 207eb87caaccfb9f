package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.adapter.postgres.Credentials;
import dev.touchstone.issuance.adapter.postgres.Credentials.PublicCredential;
import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.Node;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Credentials at their public addresses. Whoever has the address may read: it cannot be guessed. */
@Path("/credentials/{id}")
@PermitAll
public class CredentialResource {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final Credentials credentials;
    private final JsonText json;

    CredentialResource(Credentials credentials, JsonText json) {
        this.credentials = credentials;
        this.json = json;
    }

    @GET
    @Produces({MediaTypes.CREDENTIAL, MediaTypes.CREDENTIAL_SHORT, MediaTypes.JSON_LD, MediaTypes.JSON})
    public Uni<Response> document(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return find(id).map(credential -> Published.answer(credential.document(), ifNoneMatch, MAX_AGE, null));
    }

    @GET
    @Produces(MediaTypes.PAGE)
    public Uni<Response> page(@PathParam("id") UUID id) {
        return find(id).map(credential ->
                Published.page(new CredentialPage(credential.stored(), read(credential)).render(Instant.now())));
    }

    private Uni<PublicCredential> find(UUID id) {
        return credentials
                .byPublicId(id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("credential")));
    }

    private Node read(PublicCredential credential) {
        return new Node(json.read(credential.document().getBytes(StandardCharsets.UTF_8), DocumentLimits.OWN));
    }
}
