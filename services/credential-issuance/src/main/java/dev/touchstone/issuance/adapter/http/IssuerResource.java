package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.adapter.postgres.Issuers;
import dev.touchstone.issuance.adapter.postgres.StoredIssuer;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.BadgeIssuer;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.issuer.DidDocument;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Organisations as issuers: their {@code did:web} document, their profile, their image. */
@Path("/{tenant}")
@PermitAll
public class IssuerResource {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final Issuers issuers;
    private final PublicAddresses addresses;
    private final JsonText json;

    IssuerResource(Issuers issuers, PublicAddresses addresses, JsonText json) {
        this.issuers = issuers;
        this.addresses = addresses;
        this.json = json;
    }

    @GET
    @Path("did.json")
    @Produces({MediaTypes.JSON, "application/did+json", "application/did+ld+json", MediaTypes.JSON_LD})
    public Uni<Response> didDocument(
            @PathParam("tenant") String tenant, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return find(tenant)
                .map(issuer -> answer(DidDocument.of(addresses.issuer(tenant), issuer.publicKeys()), ifNoneMatch));
    }

    @GET
    @Path("issuer")
    @Produces({MediaTypes.JSON_LD, MediaTypes.JSON})
    public Uni<Response> profile(
            @PathParam("tenant") String tenant, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return find(tenant).map(issuer -> {
            Map<String, Object> document =
                    Members.object().with("@context", Badge.CONTEXTS).build();
            document.putAll(new BadgeIssuer(tenant, issuer.profile(), addresses).describe());
            return answer(document, ifNoneMatch);
        });
    }

    @GET
    @Path("issuer")
    @Produces(MediaTypes.PAGE)
    public Uni<Response> page(@PathParam("tenant") String tenant) {
        return find(tenant)
                .map(issuer -> Published.page(new Html("en", issuer.profile().name())
                        .image(
                                issuer.profile()
                                        .image()
                                        .orElse(addresses.issuerImage(tenant))
                                        .toString(),
                                issuer.profile().name())
                        .paragraph(issuer.profile().description().orElse(""))
                        .fact("Web", issuer.profile().url().map(URI::toString))
                        .fact("E-mail", issuer.profile().email())
                        .fact("Identifier", Optional.of(addresses.issuer(tenant).text()))
                        .link("Keys", addresses.issuerDocument(tenant).toString())
                        .render()));
    }

    @GET
    @Path("image.svg")
    @Produces(MediaTypes.SVG)
    public Uni<Response> image(
            @PathParam("tenant") String tenant, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return find(tenant)
                .map(issuer -> Published.answer(
                        BadgeImage.svg(issuer.profile().name(), tenant), ifNoneMatch, MAX_AGE, MediaTypes.SVG));
    }

    private Response answer(Map<String, Object> document, String ifNoneMatch) {
        return Published.answer(new String(json.write(document), StandardCharsets.UTF_8), ifNoneMatch, MAX_AGE, null);
    }

    private Uni<StoredIssuer> find(String tenant) {
        return issuers.find(Tenants.require(tenant))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("issuer")));
    }
}
