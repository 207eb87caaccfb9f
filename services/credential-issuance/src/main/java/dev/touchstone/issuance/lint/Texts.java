package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** How the rules read texts. */
final class Texts {

    private static final Set<String> BADGE_TYPES = Set.of("OpenBadgeCredential", "AchievementCredential");

    private Texts() {}

    static boolean isBadge(Node credential) {
        return credential.get("type").texts().stream().anyMatch(BADGE_TYPES::contains);
    }

    static boolean isAddress(Node node) {
        return node.text().filter(Texts::isAddress).isPresent();
    }

    static boolean isAddress(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Empty when absent, and when it is no date-time with an offset. */
    static Optional<Instant> instant(Node node) {
        try {
            return node.text().map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    static boolean isBlank(Node node) {
        return node.text().map(String::isBlank).orElse(true);
    }

    /** A text, or the language-tagged value or values that Verifiable Credentials allow in its place. */
    static boolean isWording(Node node) {
        return !node.items().isEmpty()
                && node.items().stream().allMatch(item -> !isBlank(item) || !isBlank(item.get("@value")));
    }
}
