package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Refusals that fall outside the library speak SCIM as well (RFC 7644 section 3.12). */
public class ScimErrors {

    private static final int INVALID = 400;

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith("/scim/v2/")
                || !(response.getEntity() instanceof Problem problem)) {
            return;
        }
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        if (problem.status() == INVALID) {
            boolean filter =
                    problem.errors().stream().anyMatch(wrong -> wrong.pointer().equals("filter"));
            error.put("scimType", filter ? "invalidFilter" : "invalidSyntax");
        }
        error.put("detail", problem.detail());
        error.put("status", Integer.toString(problem.status()));
        response.setEntity(error.toString(), new Annotation[0], MediaType.valueOf(ScimResource.MEDIA_TYPE));
    }
}
