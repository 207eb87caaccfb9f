package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.xapi.XapiVersion;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer of the record store has to state, refusals included. */
public class XapiHeaders {

    private static final int UNAUTHENTICATED = 401;

    @ServerResponseFilter
    public void state(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith("/xapi/")) {
            return;
        }
        String version = XapiVersion.of(request.getHeaderString(XapiVersion.HEADER))
                .orElse(XapiVersion.V2_0)
                .newest();
        response.getHeaders().putSingle(XapiVersion.HEADER, version);
        // A statement is readable when the answer to it leaves: it is stored in that transaction.
        response.getHeaders()
                .putSingle("X-Experience-API-Consistent-Through", Instant.now().toString());
        if (response.getStatus() == UNAUTHENTICATED) {
            response.getHeaders().putSingle("WWW-Authenticate", "Basic realm=\"xapi\"");
        }
    }
}
