package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.adapter.postgres.Achievements;
import dev.touchstone.issuance.adapter.postgres.Issuers;
import dev.touchstone.issuance.badge.AchievementSection;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.BadgeIssuer;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.issuer.IssuerProfile;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Versions of achievements at the addresses that credentials point at. A version never changes. */
@Path("/{tenant}/achievements/{achievementId}/v{version: [1-9][0-9]{0,8}}")
@PermitAll
public class AchievementResource {

    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final Achievements achievements;
    private final Issuers issuers;
    private final PublicAddresses addresses;
    private final JsonText json;

    AchievementResource(Achievements achievements, Issuers issuers, PublicAddresses addresses, JsonText json) {
        this.achievements = achievements;
        this.issuers = issuers;
        this.addresses = addresses;
        this.json = json;
    }

    @GET
    @Produces({MediaTypes.JSON_LD, MediaTypes.JSON})
    public Uni<Response> document(
            @PathParam("tenant") String tenant,
            @PathParam("achievementId") String achievementId,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return section(tenant, achievementId, version).map(section -> {
            Map<String, Object> document =
                    Members.object().with("@context", Badge.CONTEXTS).build();
            document.putAll(section.members());
            return Published.answer(
                    new String(json.write(document), StandardCharsets.UTF_8), ifNoneMatch, MAX_AGE, null);
        });
    }

    @GET
    @Produces(MediaTypes.PAGE)
    public Uni<Response> page(
            @PathParam("tenant") String tenant,
            @PathParam("achievementId") String achievementId,
            @PathParam("version") int version) {
        return section(tenant, achievementId, version)
                .map(section -> Published.page(describe(section)
                        .paragraph(section.achievement().description())
                        .fact("What has to be shown", narrative(section))
                        .fact(
                                "Issued by",
                                Optional.of(section.issuer().profile().name()))
                        .fact("Kind", Optional.of(section.achievement().type()))
                        .fact("Version", Optional.of(String.valueOf(version)))
                        .render()));
    }

    @GET
    @Path("criteria")
    @Produces(MediaTypes.JSON)
    public Uni<Response> criteria(
            @PathParam("tenant") String tenant,
            @PathParam("achievementId") String achievementId,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return section(tenant, achievementId, version)
                .map(section -> Published.answer(
                        new String(
                                json.write(new Node(section.members())
                                        .get("criteria")
                                        .facts()
                                        .members()),
                                StandardCharsets.UTF_8),
                        ifNoneMatch,
                        MAX_AGE,
                        null));
    }

    @GET
    @Path("criteria")
    @Produces(MediaTypes.PAGE)
    public Uni<Response> criteriaPage(
            @PathParam("tenant") String tenant,
            @PathParam("achievementId") String achievementId,
            @PathParam("version") int version) {
        return section(tenant, achievementId, version)
                .map(section -> Published.page(describe(section)
                        .fact("What has to be shown", narrative(section))
                        .render()));
    }

    @GET
    @Path("image.svg")
    @Produces(MediaTypes.SVG)
    public Uni<Response> image(
            @PathParam("tenant") String tenant,
            @PathParam("achievementId") String achievementId,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return section(tenant, achievementId, version)
                .map(section -> Published.answer(
                        BadgeImage.svg(
                                section.achievement().name(),
                                section.issuer().profile().name()),
                        ifNoneMatch,
                        MAX_AGE,
                        MediaTypes.SVG));
    }

    private Html describe(AchievementSection section) {
        Achievement achievement = section.achievement();
        return new Html(achievement.inLanguage(), achievement.name())
                .image(new Node(section.members()).get("image").get("id").text().orElse(""), achievement.name());
    }

    private static Optional<String> narrative(AchievementSection section) {
        return new Node(section.members()).get("criteria").get("narrative").text();
    }

    private Uni<AchievementSection> section(String tenant, String achievementId, int version) {
        return achievements
                .find(Tenants.require(tenant), achievementId, version)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("achievement")))
                .chain(achievement -> issuers.find(tenant)
                        .map(issuer -> new AchievementSection(
                                achievement,
                                new BadgeIssuer(
                                        tenant,
                                        issuer.map(known -> known.profile()).orElse(IssuerProfile.named(tenant)),
                                        addresses))));
    }
}
