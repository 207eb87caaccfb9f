package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.ImportReports;
import dev.touchstone.intake.adapter.postgres.ReportedRow;
import dev.touchstone.intake.bulk.RowState;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Shows imports, and what became of each row. */
@Path("/intake/v1/imports")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class ImportResource {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Caller caller;
    private final ImportReports reports;

    ImportResource(Caller caller, ImportReports reports) {
        this.caller = caller;
        this.reports = reports;
    }

    @GET
    public Uni<Page<ImportView>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        return reports.page(caller.tenant(), Query.position(cursor, NEWEST), most + 1)
                .map(rows -> Page.of(rows, most, ImportView::of, row -> row.id().toString()));
    }

    @GET
    @Path("/{id}")
    public Uni<ImportView> one(@PathParam("id") String id) {
        return reports.one(caller.tenant(), Problems.id(id, "import")).map(ImportView::of);
    }

    @GET
    @Path("/{id}/rows")
    public Uni<Page<ReportedRow>> rows(
            @PathParam("id") String id,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        RowState wanted = state == null ? null : Query.word("state", state, RowState.WORDS);
        return reports.rows(caller.tenant(), Problems.id(id, "import"), wanted, line(cursor), most + 1)
                .map(rows -> Page.of(rows, most, row -> row, row -> Long.toString(row.line())));
    }

    private static long line(String cursor) {
        return Cursor.decode(cursor)
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw Cursor.invalidCursor();
                    }
                    return Long.parseLong(text);
                })
                .orElse(0L);
    }
}
