package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.document.Members;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who assessed: the organisation's own rules, one assessor or a panel. Assessors appear by opaque identifier; a public
 * document does not name people who did not ask to be in it.
 */
record Assessors(Award award, BadgeIssuer issuer) {

    Map<String, Object> members() {
        List<UUID> assessors = award.assessors().stream().sorted().toList();
        if (assessors.isEmpty()) {
            return issuer.mention();
        }
        if (assessors.size() == 1) {
            return profile(assessors.get(0), "Assessor of " + issuer.profile().name())
                    .build();
        }
        UUID panel = UUID.nameUUIDFromBytes(assessors.toString().getBytes(StandardCharsets.UTF_8));
        return profile(
                        panel,
                        "Panel of " + assessors.size() + " assessors of "
                                + issuer.profile().name())
                .with(
                        "otherIdentifier",
                        assessors.stream().map(Assessors::entry).toList())
                .build();
    }

    private static Members profile(UUID id, String name) {
        return Members.object()
                .with("id", "urn:uuid:" + id)
                .with("type", List.of("Profile"))
                .with("name", name);
    }

    private static Map<String, Object> entry(UUID assessor) {
        return Members.object()
                .with("type", "IdentifierEntry")
                .with("identifier", "urn:uuid:" + assessor)
                .with("identifierType", "systemId")
                .build();
    }
}
