package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.file.AttachedFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Files that people upload: content comes in block by block, and may then be handed in by who uploaded it. */
@ApplicationScoped
public class UploadedFiles {

    private final UnitOfWork unitOfWork;

    UploadedFiles(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Each block is a transaction of its own: a sender on a slow line must not hold one open. */
    public Uni<Void> append(String tenant, UUID content, int seq, byte[] block, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> (seq == 0
                                ? begin(session, tenant, content, now)
                                : Uni.createFrom().voidItem())
                        .chain(() -> session.createNativeQuery("""
                                        insert into file_chunk (content_id, seq, tenant_id, content)
                                        values (?1, ?2, ?3, ?4)""")
                                .setParameter(1, content)
                                .setParameter(2, seq)
                                .setParameter(3, tenant)
                                .setParameter(4, block)
                                .executeUpdate())
                        .replaceWithVoid());
    }

    private static Uni<Void> begin(Mutiny.Session session, String tenant, UUID content, Instant now) {
        return session.createNativeQuery("insert into file_content (id, tenant_id, touched_at) values (?1, ?2, ?3)")
                .setParameter(1, content)
                .setParameter(2, tenant)
                .setParameter(3, Sql.time(now))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The content is whole. Where it was here already, the one there stays and this one goes. */
    public Uni<Void> finish(String tenant, UUID content, String login, AttachedFile file, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> lock(session, tenant, file.digest())
                        .chain(() -> touch(session, tenant, file.digest(), now))
                        .chain(known -> known > 0
                                ? delete(session, tenant, content)
                                : name(session, tenant, content, file.digest()))
                        .chain(() -> note(session, tenant, login, file, now)));
    }

    public Uni<Void> discard(String tenant, UUID content) {
        return unitOfWork.inTenant(
                tenant, session -> delete(session, tenant, content).replaceWithVoid());
    }

    /**
     * The files that somebody uploaded, in the order asked for; from now on evidence may refer to them.
     *
     * @throws ProblemException invalid, where they did not, or longer than a day ago
     */
    Uni<List<AttachedFile>> handIn(
            Mutiny.Session session, String tenant, String login, List<String> digests, Instant now) {
        if (digests.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery("""
                        update file_content set touched_at = ?4
                        from file_upload
                        where file_content.tenant_id = ?1 and file_upload.tenant_id = ?1 and file_upload.login = ?2
                          and file_content.digest = file_upload.digest
                          and file_upload.digest in (
                              select value from jsonb_array_elements_text(cast(cast(?3 as text) as jsonb)) as asked(value))
                        returning file_upload.digest, file_upload.name, file_upload.media_type, file_upload.size""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, login)
                .setParameter(3, Sql.json(digests))
                .setParameter(4, Sql.time(now))
                .getResultList()
                .map(rows -> inOrder(digests, rows));
    }

    static Uni<Void> attach(Mutiny.Session session, String tenant, UUID evidenceId, List<AttachedFile> files) {
        if (files.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into evidence_file (tenant_id, evidence_id, position, digest, name, media_type, size)
                        select cast(?1 as varchar), cast(cast(?2 as text) as uuid), file.position, file.value ->> 'digest',
                               file.value ->> 'name', file.value ->> 'mediaType', cast(file.value ->> 'size' as bigint)
                        from jsonb_array_elements(cast(cast(?3 as text) as jsonb)) with ordinality as file(value, position)""")
                .setParameter(1, tenant)
                .setParameter(2, evidenceId.toString())
                .setParameter(3, Sql.json(files))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<AttachedFile> inOrder(List<String> digests, List<Object[]> rows) {
        Map<String, AttachedFile> found = new HashMap<>();
        rows.forEach(row -> found.put(
                (String) row[0],
                new AttachedFile((String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue())));
        List<FieldError> missing = new ArrayList<>();
        for (int index = 0; index < digests.size(); index++) {
            if (!found.containsKey(digests.get(index))) {
                missing.add(new FieldError("/files/" + index, "is no file that you uploaded within the last day"));
            }
        }
        if (!missing.isEmpty()) {
            throw ProblemException.invalid("A file is not there. Upload it first, then hand it in.", missing);
        }
        return digests.stream().map(found::get).toList();
    }

    /** Two uploads of the same content wait for each other here. */
    private static Uni<String> lock(Mutiny.Session session, String tenant, String digest) {
        return session.<String>createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('intake-file'), hashtext(?1)) as varchar)")
                .setParameter(1, tenant + " " + digest)
                .getSingleResult();
    }

    private static Uni<Integer> touch(Mutiny.Session session, String tenant, String digest, Instant now) {
        return session.createNativeQuery("update file_content set touched_at = ?3 where tenant_id = ?1 and digest = ?2")
                .setParameter(1, tenant)
                .setParameter(2, digest)
                .setParameter(3, Sql.time(now))
                .executeUpdate();
    }

    private static Uni<Integer> name(Mutiny.Session session, String tenant, UUID content, String digest) {
        return session.createNativeQuery("update file_content set digest = ?3 where tenant_id = ?1 and id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, content)
                .setParameter(3, digest)
                .executeUpdate();
    }

    private static Uni<Integer> delete(Mutiny.Session session, String tenant, UUID content) {
        return session.createNativeQuery("delete from file_content where tenant_id = ?1 and id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, content)
                .executeUpdate();
    }

    private static Uni<Void> note(Mutiny.Session session, String tenant, String login, AttachedFile file, Instant now) {
        return session.createNativeQuery("""
                        insert into file_upload (tenant_id, login, digest, name, media_type, size, uploaded_at)
                        values (?1, ?2, ?3, cast(?4 as varchar), ?5, ?6, ?7)
                        on conflict (tenant_id, login, digest) do update
                        set name = excluded.name, media_type = excluded.media_type, uploaded_at = excluded.uploaded_at""")
                .setParameter(1, tenant)
                .setParameter(2, login)
                .setParameter(3, file.digest())
                .setParameter(4, file.name())
                .setParameter(5, file.mediaType())
                .setParameter(6, file.size())
                .setParameter(7, Sql.time(now))
                .executeUpdate()
                .replaceWithVoid();
    }
}
