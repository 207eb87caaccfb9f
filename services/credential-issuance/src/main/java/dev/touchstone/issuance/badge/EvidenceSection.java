package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.award.Award.AwardEvidence;
import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.publication.PublicAddresses;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The evidence behind the award: what it was and where its permitted readers find it, bound by digest, without its
 * content.
 */
record EvidenceSection(List<AwardEvidence> evidence, PublicAddresses addresses) {

    private static final String DIGEST_PREFIX = "sha256:";

    List<Map<String, Object>> members() {
        return evidence.stream().map(this::describe).toList();
    }

    /** Subresource digests (VCDM 2.0 section 5.3) of the evidence as received. */
    List<Map<String, Object>> relatedResources() {
        return evidence.stream()
                .filter(piece -> piece.digest().startsWith(DIGEST_PREFIX))
                .map(this::bind)
                .toList();
    }

    private Map<String, Object> describe(AwardEvidence piece) {
        return Members.object()
                .with("id", addresses.evidence(piece.id()).toString())
                .with("type", List.of("Evidence"))
                .with("name", piece.name().orElse(piece.kind()))
                .with("description", standing(piece))
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

    private Map<String, Object> bind(AwardEvidence piece) {
        byte[] digest = HexFormat.of().parseHex(piece.digest().substring(DIGEST_PREFIX.length()));
        return Members.object()
                .with("id", addresses.evidence(piece.id()).toString())
                .with("digestSRI", "sha256-" + Base64.getEncoder().encodeToString(digest))
                .build();
    }
}
