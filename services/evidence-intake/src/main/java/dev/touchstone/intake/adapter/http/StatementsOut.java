package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.ReadStatements;
import dev.touchstone.intake.adapter.postgres.ReadStatements.Page;
import dev.touchstone.intake.adapter.postgres.ReadStatements.Stored;
import dev.touchstone.intake.xapi.query.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Gives statements back: one by its id, or a page of those that were asked for. */
@ApplicationScoped
class StatementsOut {

    private final ReadStatements readStatements;
    private final StatementWriter writer;

    StatementsOut(ReadStatements readStatements, StatementWriter writer) {
        this.readStatements = readStatements;
        this.writer = writer;
    }

    Uni<Response> answer(XapiRequest request) {
        StatementQuery query = StatementQuery.read(request.parameters());
        return query.id() == null ? page(request, query) : one(request, query);
    }

    private Uni<Response> one(XapiRequest request, StatementQuery query) {
        return readStatements.one(request.tenant(), query.id(), query.voided()).chain(found -> {
            Stored stored = found.statement().orElseThrow(() -> ProblemException.notFound("statement"));
            return writer.write(request, query, List.of(stored), texts -> texts.get(0))
                    .map(answer -> dated(answer, stored, found.through()));
        });
    }

    private Uni<Response> page(XapiRequest request, StatementQuery query) {
        return readStatements
                .page(request.tenant(), query.filter(), query.window())
                .chain(page -> writer.fitting(request, query, page))
                .chain(page -> writer.write(
                                request,
                                query,
                                page.statements(),
                                texts -> "{\"statements\":[" + String.join(",", texts) + "],\"more\":\""
                                        + more(request, page) + "\"}")
                        .map(answer -> page.statements().isEmpty()
                                ? through(answer, page.through()).build()
                                : dated(answer, newest(page), page.through())));
    }

    private static Stored newest(Page page) {
        Stored first = page.statements().get(0);
        Stored last = page.statements().get(page.statements().size() - 1);
        return last.position().stored().isAfter(first.position().stored()) ? last : first;
    }

    private static Response dated(Response.ResponseBuilder answer, Stored stored, Instant through) {
        return through(answer, through)
                .header("Last-Modified", HttpTime.of(stored.position().stored()))
                .build();
    }

    private static Response.ResponseBuilder through(Response.ResponseBuilder answer, Instant through) {
        return answer.header(XapiHeaders.CONSISTENT_THROUGH, through.toString());
    }

    /** The address of the next page; empty on the last. */
    private static String more(XapiRequest request, Page page) {
        if (!page.more()) {
            return "";
        }
        Position last = page.statements().get(page.statements().size() - 1).position();
        String parameters = request.parameters().values().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(StatementQuery.CURSOR))
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()) + "&")
                .collect(Collectors.joining());
        return "/xapi/statements?" + parameters + StatementQuery.CURSOR + "=" + encoded(last.text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
