package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.bulk.RowState;
import dev.touchstone.intake.document.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imports, and what became of their rows. */
@ApplicationScoped
public class ImportReports {

    private final UnitOfWork unitOfWork;

    ImportReports(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Newest first. */
    public Uni<List<StoredImport>> page(String tenant, UUID before, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                "select " + StoredImport.COLUMNS
                                        + " from evidence_import where tenant_id = ?1 and id < ?2 order by id desc limit ?3",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, before)
                        .setParameter(3, most)
                        .getResultList()
                        .map(rows -> rows.stream().map(StoredImport::of).toList()));
    }

    /** @throws ProblemException not found in this organisation */
    public Uni<StoredImport> one(String tenant, UUID id) {
        return unitOfWork.inTenant(tenant, session -> one(session, tenant, id));
    }

    /**
     * Rows behind that line, in their order.
     *
     * @param state null for all
     * @throws ProblemException not found in this organisation
     */
    public Uni<List<ReportedRow>> rows(String tenant, UUID id, RowState state, long after, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> one(session, tenant, id)
                        .chain(() -> (state == null
                                        ? rows(session, "")
                                        : rows(session, "and state = ?5 ").setParameter(5, state.word()))
                                .setParameter(1, tenant)
                                .setParameter(2, id)
                                .setParameter(3, after)
                                .setParameter(4, most)
                                .getResultList()
                                .map(rows ->
                                        rows.stream().map(ImportReports::row).toList())));
    }

    /** A statement of its own for each question: one for both would read a whole import for its few refused rows. */
    private static Mutiny.SelectionQuery<Object[]> rows(Mutiny.Session session, String ofState) {
        return session.createNativeQuery(
                "select line, state, evidence_id, cast(errors as text) from evidence_import_row"
                        + " where tenant_id = ?1 and import_id = ?2 and line > ?3 " + ofState
                        + "order by line limit ?4",
                Object[].class);
    }

    static Uni<StoredImport> one(Mutiny.Session session, String tenant, UUID id) {
        return session.createNativeQuery(
                        "select " + StoredImport.COLUMNS + " from evidence_import where tenant_id = ?1 and id = ?2",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("import"))
                .map(StoredImport::of);
    }

    private static ReportedRow row(Object[] row) {
        return new ReportedRow(((Number) row[0]).longValue(), (String) row[1], (UUID) row[2], errors((String) row[3]));
    }

    private static List<Violation> errors(String json) {
        try {
            return json == null ? List.of() : Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report cannot be read", e);
        }
    }
}
