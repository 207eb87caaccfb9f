package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.EndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import dev.touchstone.intake.adapter.postgres.ChangeGroups;
import dev.touchstone.intake.adapter.postgres.ChangeUsers;
import dev.touchstone.intake.adapter.postgres.ReadDirectory;
import dev.touchstone.intake.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** SCIM 2.0 (RFC 7644) for directories that have proved which connection they are. Waits: to be called on a worker. */
@ApplicationScoped
public class ScimService {

    private final ResourceEndpoint endpoint = new ResourceEndpoint(ServiceConfig.create());

    ScimService(Answers answers, ReadDirectory read, ChangeUsers changeUsers, ChangeGroups changeGroups) {
        register(
                new UserHandler(answers, read, changeUsers),
                Schemas.userType(),
                Schemas.user(),
                List.of(Schemas.enterprise(), Schemas.own()));
        register(
                new GroupHandler(answers, read, changeGroups),
                JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_RESOURCE_TYPE_JSON),
                Schemas.group(),
                List.of());
    }

    /**
     * A request as it came.
     *
     * @param uri with its query
     * @param headers {@code If-Match} and {@code If-None-Match}, as far as they were sent
     * @param body null if there is none
     */
    public record Request(String method, String uri, Map<String, String> headers, JsonNode body) {}

    /** @param body null if there is none */
    public record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(ScimResponse response) {
            if (response instanceof BulkResponse) {
                // The library writes numbers; RFC 7644 section 3.7 has strings.
                response.path("Operations")
                        .forEach(operation -> ((ObjectNode) operation)
                                .put("status", operation.path("status").asText()));
            }
            String body = response.isEmpty() ? null : response.toString();
            return new Answer(response.getHttpStatus(), response.getHttpHeaders(), body);
        }
    }

    public Answer answer(Connection directory, Request request) {
        try {
            String body = request.body() == null
                    ? null
                    : Bodies.fixed(request.method(), request.uri(), request.body())
                            .toString();
            return Answer.of(endpoint.handleRequest(
                    request.uri(),
                    HttpMethod.valueOf(request.method()),
                    body,
                    request.headers(),
                    new Context(new Directory(directory))));
        } catch (ScimException refusal) {
            return Answer.of(new ErrorResponse(refusal));
        }
    }

    private void register(ResourceHandler<?> handler, JsonNode type, JsonNode schema, List<JsonNode> extensions) {
        ResourceType registered = endpoint.registerEndpoint(new EndpointDefinition(type, schema, extensions, handler));
        registered.getFeatures().getETagFeature().setEnabled(true);
    }
}
