package dev.touchstone.intake.xapi.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * The conditions of a request about a document ({@code If-Match}, {@code If-None-Match}, RFC 9110 section 13).
 *
 * @param match null if not given
 * @param noneMatch null if not given
 */
public record Preconditions(String match, String noneMatch) {

    public boolean given() {
        return match != null || noneMatch != null;
    }

    /** Whether the document as it is, if it is there, meets them. */
    public boolean metBy(Optional<XapiDocument> document) {
        return (match == null || document.filter(one -> names(match, one)).isPresent())
                && (noneMatch == null
                        || document.filter(one -> names(noneMatch, one)).isEmpty());
    }

    private static boolean names(String field, XapiDocument document) {
        return field.strip().equals("*")
                || Arrays.stream(field.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                        .anyMatch(document.etag()::equalsIgnoreCase);
    }
}
