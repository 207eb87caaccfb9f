package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.scim.FilterBounds;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a SCIM request addresses. Looked at before the library sees it: that finds resources by the end of the path, and
 * reads filters as deeply as they are nested.
 */
record ScimAddress(String uri) {

    private static final Set<String> KEPT = Set.of("Users", "Groups");
    private static final Set<String> DESCRIBED = Set.of("ServiceProviderConfig", "ResourceTypes", "Schemas");
    private static final String BULK = "Bulk";

    static ScimAddress of(String method, UriInfo uri) {
        String resource = uri.getPathParameters().getFirst("resource");
        String id = uri.getPathParameters().getFirst("id");
        boolean kept = KEPT.contains(resource);
        if (!kept && !DESCRIBED.contains(resource) && !BULK.equals(resource)) {
            throw ProblemException.notFound("resource");
        }
        if (kept && id != null) {
            Problems.id(id, "resource");
        }
        boolean reads = method.equals("GET");
        if (!kept && reads == BULK.equals(resource)
                || BULK.equals(resource) && (id != null || !method.equals("POST"))) {
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not take this method.");
        }
        check(uri.getQueryParameters().getFirst("filter"));
        return new ScimAddress(uri.getRequestUri().toString());
    }

    private static void check(String filter) {
        if (!FilterBounds.admit(filter)) {
            throw ProblemException.invalid(
                    "The filter is too long or too deep.",
                    List.of(new FieldError("filter", "is too long or too deep")));
        }
    }

    /** The headers that the library reads; the type of the body is always its own. */
    Map<String, String> conditions(HttpHeaders headers) {
        Map<String, String> conditions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        conditions.put(HttpHeaders.CONTENT_TYPE, ScimResource.MEDIA_TYPE);
        for (String name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                conditions.put(name, value);
            }
        }
        return conditions;
    }
}
