package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.xapi.store.DocumentChange;
import dev.touchstone.intake.xapi.store.DocumentScope;
import dev.touchstone.intake.xapi.store.XapiDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Documents of state and profiles. Changes of one document wait for each other, so that conditions hold until it is written. */
@ApplicationScoped
public class StoredDocuments {

    private static final UUID NONE = new UUID(0, 0);
    private static final String WHERE = " where tenant_id = ?1 and scope = ?2";
    /** Without a registration a list is of all of them. */
    private static final String REGISTERED = WHERE + " and (cast(?3 as boolean) or registration = ?4)";

    private final UnitOfWork unitOfWork;

    StoredDocuments(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The ids of some documents, and when the newest of them was written. */
    public record Ids(List<String> ids, Optional<Instant> newest) {}

    public Uni<Optional<XapiDocument>> find(String tenant, DocumentScope scope, String id) {
        return unitOfWork.inTenant(tenant, session -> find(session, tenant, scope, id));
    }

    /** @param since written after it; null for all */
    public Uni<Ids> ids(String tenant, DocumentScope scope, Instant since) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                "select document_id, updated from xapi_document" + REGISTERED
                                        + " and updated > ?5 order by document_id",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, scope.key(tenant))
                        .setParameter(3, scope.registration() == null)
                        .setParameter(4, registration(scope))
                        .setParameter(5, Sql.time(since == null ? Instant.EPOCH : since))
                        .getResultList()
                        .map(rows -> new Ids(
                                rows.stream()
                                        .map(row -> (String) row[0])
                                        .distinct()
                                        .toList(),
                                rows.stream().map(row -> Sql.instant(row[1])).max(Instant::compareTo))));
    }

    /** What is to become of the document is decided while no other can change it. */
    public Uni<Void> change(
            String tenant, DocumentScope scope, String id, Function<Optional<XapiDocument>, DocumentChange> decision) {
        return unitOfWork.inTenant(
                tenant,
                session -> alone(session, scope.key(tenant) + " " + id)
                        .chain(() -> find(session, tenant, scope, id))
                        .map(decision)
                        .chain(change -> {
                            if (change instanceof DocumentChange.Write write) {
                                return write(session, tenant, scope, id, write.document());
                            }
                            return session.createNativeQuery("delete from xapi_document" + WHERE
                                            + " and registration = ?3 and document_id = ?4")
                                    .setParameter(1, tenant)
                                    .setParameter(2, scope.key(tenant))
                                    .setParameter(3, registration(scope))
                                    .setParameter(4, id)
                                    .executeUpdate()
                                    .replaceWithVoid();
                        }));
    }

    public Uni<Void> removeAll(String tenant, DocumentScope scope) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("delete from xapi_document" + REGISTERED)
                        .setParameter(1, tenant)
                        .setParameter(2, scope.key(tenant))
                        .setParameter(3, scope.registration() == null)
                        .setParameter(4, registration(scope))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static Uni<Void> alone(Mutiny.Session session, String document) {
        return session.<String>createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('intake-documents'), hashtext(?1)) as varchar)")
                .setParameter(1, document)
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<Optional<XapiDocument>> find(
            Mutiny.Session session, String tenant, DocumentScope scope, String id) {
        return session.createNativeQuery(
                        "select content_type, content, updated from xapi_document" + WHERE
                                + " and registration = ?3 and document_id = ?4",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, scope.key(tenant))
                .setParameter(3, registration(scope))
                .setParameter(4, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new XapiDocument((String) found[0], (byte[]) found[1], Sql.instant(found[2]))));
    }

    private static Uni<Void> write(
            Mutiny.Session session, String tenant, DocumentScope scope, String id, XapiDocument document) {
        return session.createNativeQuery("""
                        insert into xapi_document (tenant_id, scope, registration, document_id, content_type, content,
                                                   etag, updated)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        on conflict (tenant_id, scope, registration, document_id) do update
                        set content_type = excluded.content_type, content = excluded.content, etag = excluded.etag,
                            updated = greatest(excluded.updated, xapi_document.updated)""")
                .setParameter(1, tenant)
                .setParameter(2, scope.key(tenant))
                .setParameter(3, registration(scope))
                .setParameter(4, id)
                .setParameter(5, document.contentType())
                .setParameter(6, document.content())
                .setParameter(7, document.etag())
                .setParameter(8, Sql.time(document.updated()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static UUID registration(DocumentScope scope) {
        return scope.registration() == null ? NONE : scope.registration();
    }
}
