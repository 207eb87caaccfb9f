package dev.touchstone.testkit.routes.drifted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("notes/{id}")
public class DriftedResource {
    @GET
    public String read() {
        return "";
    }

    @PUT
    public void replace() {}
}
