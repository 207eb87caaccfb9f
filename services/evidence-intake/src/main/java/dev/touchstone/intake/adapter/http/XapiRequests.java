package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.xapi.XapiVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes requests of xAPI out of HTTP. In 1.0.3 any request may be written as a POST with its method in the address and
 * everything else, header fields included, in a form (part three, section 1.3); 2.0 has done away with that.
 */
@ApplicationScoped
class XapiRequests {

    private static final byte[] NOTHING = {};
    private static final String METHOD = "method";
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE");
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-experience-api-version",
            "content-type",
            "content-length",
            "if-match",
            "if-none-match",
            "accept-language");

    private final Sender sender;
    private final SenderCredentials credentials;
    private final SpokenVersions spoken;
    private final Conversation conversation;

    XapiRequests(Sender sender, SenderCredentials credentials, SpokenVersions spoken, Conversation conversation) {
        this.sender = sender;
        this.credentials = credentials;
        this.spoken = spoken;
        this.conversation = conversation;
    }

    XapiRequest read(UriInfo uri, HttpHeaders headers) {
        return of("GET", uri, headers, NOTHING);
    }

    XapiRequest of(String method, UriInfo uri, HttpHeaders headers, byte[] body) {
        return request(
                method,
                XapiParameters.of(uri.getQueryParameters()),
                HookResource.headers(headers).singles(),
                body == null ? NOTHING : body,
                sender.access());
    }

    /** A POST of a form, which is another request if the address names a method. */
    Uni<XapiRequest> ofForm(UriInfo uri, HttpHeaders httpHeaders, byte[] body) {
        Map<String, String> headers =
                new HashMap<>(HookResource.headers(httpHeaders).singles());
        XapiParameters address = XapiParameters.of(uri.getQueryParameters());
        if (!address.has(METHOD)) {
            return allowed(headers.get("authorization"), SenderRoles.XAPI_WRITE)
                    .map(access -> request("POST", address, headers, body, access));
        }
        String method = address.only(Set.of(METHOD)).values().get(METHOD);
        if (!METHODS.contains(method)) {
            throw Query.invalid(METHOD, "must be one of GET, PUT, POST and DELETE");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> form = Form.read(body);
        headers.remove("content-type");
        form.forEach((name, value) -> {
            if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            } else if (!name.equals("content")) {
                parameters.put(name, value);
            }
        });
        headers.putIfAbsent("content-type", "application/json");
        byte[] content = content(method, form);
        String role = method.equals("GET") ? SenderRoles.XAPI_READ : SenderRoles.XAPI_WRITE;
        return allowed(headers.get("authorization"), role)
                .map(access -> request(method, new XapiParameters(parameters), headers, content, access))
                .invoke(request -> {
                    if (request.version() != XapiVersion.V1_0) {
                        throw Query.invalid(METHOD, "is not known here: 2.0 has no other syntax for requests");
                    }
                });
    }

    private XapiRequest request(
            String method, XapiParameters parameters, Map<String, String> headers, byte[] body, SenderAccess access) {
        UUID connectionId = access.connection().id();
        String stated = headers.get(XapiVersion.HEADER.toLowerCase(Locale.ROOT));
        XapiVersion version = XapiVersion.of(stated).orElseThrow(() -> {
            conversation.in(spoken.last(connectionId));
            return ProblemException.invalid(
                    "The version of xAPI is missing or not spoken here.",
                    List.of(new FieldError(XapiVersion.HEADER, "Send 1.0.x or 2.0.x.")));
        });
        spoken.remember(connectionId, version);
        conversation.in(version);
        return new XapiRequest(method, parameters, headers, body, version, access);
    }

    private static byte[] content(String method, Map<String, String> form) {
        boolean wanted = method.equals("PUT") || method.equals("POST");
        if (wanted && !form.containsKey("content")) {
            throw ProblemException.invalid(
                    "The form is not valid.", List.of(new FieldError("content", "is required for this method")));
        }
        return wanted ? form.get("content").getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    private Uni<SenderAccess> allowed(String authorization, String role) {
        return credentials.find(authorization).map(found -> {
            SenderAccess access = found.orElseThrow(ProblemException::unauthenticated);
            if (!access.roles().contains(role)) {
                throw ProblemException.forbidden("The scope of the token does not allow this.");
            }
            return access;
        });
    }
}
