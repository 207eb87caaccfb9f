package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Contents of files, read block by block. Who may read them is decided before. */
@ApplicationScoped
public class FileContents {

    private final UnitOfWork unitOfWork;

    FileContents(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The block of that number; empty behind the last one. */
    public Uni<Optional<byte[]>> block(String tenant, String digest, int seq) {
        return unitOfWork.inTenant(tenant, session -> block(session, tenant, digest, seq));
    }

    private static Uni<Optional<byte[]>> block(Mutiny.Session session, String tenant, String digest, int seq) {
        return session.<byte[]>createNativeQuery("""
                        select file_chunk.content from file_content
                        join file_chunk on file_chunk.content_id = file_content.id
                        where file_content.tenant_id = ?1 and file_content.digest = ?2 and file_chunk.seq = ?3""")
                .setParameter(1, tenant)
                .setParameter(2, digest)
                .setParameter(3, seq)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }
}
