package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.file.AttachedFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what a person hands in, within the transaction of their Idempotency-Key. */
@ApplicationScoped
public class SubmitEvidence {

    private final Identities identities;
    private final RecordEvidence recordEvidence;
    private final UploadedFiles uploadedFiles;

    SubmitEvidence(Identities identities, RecordEvidence recordEvidence, UploadedFiles uploadedFiles) {
        this.identities = identities;
        this.recordEvidence = recordEvidence;
        this.uploadedFiles = uploadedFiles;
    }

    /** Who a login is, for {@code submittedBy}; null while nobody is known by it. */
    public Uni<UUID> personOf(Mutiny.Session session, String tenant, String login) {
        return identities.personOf(session, tenant, login).map(person -> person.orElse(null));
    }

    /** @throws ProblemException not found, unless such a person is in this organisation */
    public Uni<Void> requirePerson(Mutiny.Session session, String tenant, UUID personId) {
        return session.<Integer>createNativeQuery(
                        "select 1 from person where tenant_id = ?1 and id = ?2 and merged_into is null")
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("person"))
                .replaceWithVoid();
    }

    /** @throws ProblemException invalid, unless this login uploaded all of them within the last day */
    public Uni<List<AttachedFile>> files(
            Mutiny.Session session, String tenant, String login, List<String> digests, Instant now) {
        return uploadedFiles.handIn(session, tenant, login, digests, now);
    }

    public Uni<Evidence> submit(Mutiny.Session session, String tenant, Evidence evidence) {
        return recordEvidence
                .record(session, tenant, List.of(evidence))
                .call(() -> UploadedFiles.attach(
                        session, tenant, evidence.id(), evidence.content().files()))
                .map(recorded -> recorded.get(0));
    }
}
