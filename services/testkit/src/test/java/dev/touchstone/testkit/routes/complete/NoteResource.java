package dev.touchstone.testkit.routes.complete;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/notes")
public class NoteResource {
    @GET
    @Path("{noteId: [a-z]{2,9}}")
    public String read() {
        return "";
    }

    @POST
    public void write() {}

    @DELETE
    @Path("/{id}/")
    public void remove() {}
}
