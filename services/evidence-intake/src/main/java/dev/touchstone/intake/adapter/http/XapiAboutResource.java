package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.xapi.XapiVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** Which versions of xAPI are spoken, for everybody (1.0.3 part three, section 2.8). */
@Path("/xapi/about")
public class XapiAboutResource {

    /** What the record store says of itself. */
    public record About(List<String> version) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public About about() {
        return new About(
                Arrays.stream(XapiVersion.values()).map(XapiVersion::newest).toList());
    }
}
