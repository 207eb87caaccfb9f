package dev.touchstone.assessment.achievement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that are signed into credentials. They have to be absolute URIs (RFC 3986, 4.3): Open Badges knows no other,
 * and a published version cannot be mended.
 */
final class Addresses {

    static final String WANTED = "Give an absolute address without blanks, such as https://skills.example/leading.";

    private static final Pattern OWN_SKILL =
            Pattern.compile("(?!(?:https?|urn|did|data|javascript):)[a-z0-9][a-z0-9-]{1,38}[a-z0-9]:[A-Za-z0-9._~-]+");

    /** Those that lead somewhere or name something; people click on them, so none that does something. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "urn", "did");

    private Addresses() {}

    static boolean isAbsolute(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute()
                    && SCHEMES.contains(uri.getScheme())
                    && (uri.getScheme().startsWith("http") ? uri.getHost() != null : uri.isOpaque())
                    && text.equals(uri.toASCIIString());
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** A framework's address, or an organisation and a short name of its own. */
    static boolean namesSkill(String text) {
        return OWN_SKILL.matcher(text).matches() || isAbsolute(text);
    }
}
