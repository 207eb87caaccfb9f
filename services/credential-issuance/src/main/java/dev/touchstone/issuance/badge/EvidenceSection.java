package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.award.Award.AwardEvidence;
import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.publication.PublicAddresses;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The evidence behind the award: what it was and where its permitted readers find it, without its content. What was
 * received is bound by its digest. Its readers are shown a view of it, not the bytes received, so the digest is bound to
 * a name made of the digest itself (RFC 6920) and not to the address: at the address it would never match.
 */
record EvidenceSection(List<AwardEvidence> evidence, PublicAddresses addresses) {

    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");

    EvidenceSection {
        Map<UUID, AwardEvidence> byId = new LinkedHashMap<>();
        evidence.forEach(piece -> byId.putIfAbsent(piece.id(), piece));
        evidence = List.copyOf(byId.values());
    }

    List<Map<String, Object>> members() {
        return evidence.stream().map(this::describe).toList();
    }

    /** Digests of what was received (VCDM 2.0 section 5.3); several pieces may have come in one delivery. */
    List<Map<String, Object>> relatedResources() {
        return evidence.stream()
                .flatMap(piece -> digest(piece).stream())
                .distinct()
                .map(EvidenceSection::bind)
                .toList();
    }

    private Map<String, Object> describe(AwardEvidence piece) {
        return Members.object()
                .with("id", addresses.evidence(piece.id()).toString())
                .with("type", List.of("Evidence"))
                .with("name", piece.name().orElse(piece.kind()))
                .with("description", standing(piece))
                .with(
                        "narrative",
                        digest(piece)
                                .map(hex -> "SHA-256 of what was received: " + hex)
                                .orElse(null))
                .with("genre", piece.kind())
                .with("audience", "Readers whom the earner and the organisation permit")
                .build();
    }

    private static String standing(AwardEvidence piece) {
        String who = switch (piece.detail().trust()) {
            case "verified" -> "Reported by an authenticated system";
            case "attested" -> "Attested by another person";
            case "declared" -> "Declared by the earner";
            default -> "Recorded";
        };
        return who + "; happened on "
                + piece.detail().occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** In hexadecimal; empty where it is of a kind that cannot be written as one of a related resource. */
    private static Optional<String> digest(AwardEvidence piece) {
        Matcher digest = DIGEST.matcher(piece.digest());
        return digest.matches() ? Optional.of(digest.group(1)) : Optional.empty();
    }

    private static Map<String, Object> bind(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Members.object()
                .with(
                        "id",
                        "ni:///sha-256;"
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .with("digestSRI", "sha256-" + Base64.getEncoder().encodeToString(bytes))
                .build();
    }
}
