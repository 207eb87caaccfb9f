package dev.touchstone.issuance.publication;

import dev.touchstone.issuance.proof.Did;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where everything that a credential points at is found. Addresses are signed into credentials, so they must not change.
 *
 * @param base this service as the world sees it; a trailing slash is dropped
 * @param evidence evidence as its permitted readers reach it; a trailing slash is dropped
 */
public record PublicAddresses(URI base, URI evidence) {

    /** @throws IllegalArgumentException unless both are http or https addresses of a host, without query and fragment */
    public PublicAddresses {
        base = checked(base);
        evidence = checked(evidence);
    }

    private static URI checked(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("not the address of a web server: " + address);
        }
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    /** First path segments that this service needs for itself, so no organisation can have them for its documents. */
    private static final Set<String> RESERVED = Set.of("credentials", "ops", "openapi");

    /** False for an organisation whose documents would lie where this service has its own addresses. */
    public boolean canServe(String tenant) {
        return !RESERVED.contains(tenant);
    }

    public URI credential(UUID credentialId) {
        return at("credentials/" + credentialId);
    }

    /** {@code did:web}: its document lies at {@link #issuerDocument}. */
    public Did.Web issuer(String tenant) {
        return new Did.Web(base.getRawAuthority(), path(tenant));
    }

    /** The organisation, where the identifier is one that this service answers for. */
    public Optional<String> tenant(Did did) {
        if (did instanceof Did.Web web
                && !web.path().isEmpty()
                && web.equals(issuer(web.path().get(web.path().size() - 1)))) {
            return Optional.of(web.path().get(web.path().size() - 1));
        }
        return Optional.empty();
    }

    public URI issuerDocument(String tenant) {
        return at(tenant + "/did.json");
    }

    public URI issuerProfile(String tenant) {
        return at(tenant + "/issuer");
    }

    public URI issuerImage(String tenant) {
        return at(tenant + "/image.svg");
    }

    public URI achievement(String tenant, String achievementId, int version) {
        return at(tenant + "/achievements/" + achievementId + "/v" + version);
    }

    public URI criteria(String tenant, String achievementId, int version) {
        return at(tenant + "/achievements/" + achievementId + "/v" + version + "/criteria");
    }

    public URI achievementImage(String tenant, String achievementId, int version) {
        return at(tenant + "/achievements/" + achievementId + "/v" + version + "/image.svg");
    }

    public URI statusList(String tenant, int number) {
        return at(tenant + "/status/" + number);
    }

    /** The list behind an address of ours; empty for any other address. */
    public Optional<StatusListAddress> statusList(String address) {
        String prefix = base + "/";
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] parts = address.substring(prefix.length()).split("/", -1);
        boolean wellFormed = parts.length == 3 && parts[1].equals("status") && parts[2].matches("[1-9][0-9]{0,8}");
        return wellFormed ? Optional.of(new StatusListAddress(parts[0], Integer.parseInt(parts[2]))) : Optional.empty();
    }

    public URI evidence(UUID evidenceId) {
        return URI.create(evidence + "/" + evidenceId);
    }

    /** A status list of an organisation. */
    public record StatusListAddress(String tenant, int number) {}

    private URI at(String path) {
        return URI.create(base + "/" + path);
    }

    private List<String> path(String tenant) {
        return java.util.stream.Stream.concat(
                        Arrays.stream(base.getPath().split("/")).filter(part -> !part.isEmpty()),
                        java.util.stream.Stream.of(tenant))
                .toList();
    }
}
