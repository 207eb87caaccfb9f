package dev.touchstone.intake.payload;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a body is to be read, by its media type. */
public enum MediaKind {
    /** Also what states no type, or none that says anything: such senders mean JSON. */
    JSON,
    FORM,
    /** SOAP included. */
    XML;

    private static final Set<String> JSON_TYPES =
            Set.of("", "application/json", "application/octet-stream", "application/jwt", "application/jose");
    private static final Set<String> XML_TYPES = Set.of("text/xml", "application/xml", "application/soap+xml");

    /**
     * Empty for what is never a message: multipart, images, archives and the like.
     *
     * @param contentType value of {@code Content-Type}; null if there is none
     */
    public static Optional<MediaKind> of(String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/x-www-form-urlencoded")) {
            return Optional.of(FORM);
        }
        if (XML_TYPES.contains(type) || type.endsWith("+xml")) {
            return Optional.of(XML);
        }
        return JSON_TYPES.contains(type) || type.endsWith("+json") || type.startsWith("text/")
                ? Optional.of(JSON)
                : Optional.empty();
    }
}
