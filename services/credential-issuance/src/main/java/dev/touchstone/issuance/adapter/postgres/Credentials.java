package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Reads credentials. */
@ApplicationScoped
public class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    private final UnitOfWork unitOfWork;

    Credentials(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** A place in the list of credentials, newest first. */
    public record Position(Instant issuedAt, UUID id) {}

    /** A credential and its signed document, as served. */
    public record PublicCredential(StoredCredential stored, String document) {}

    /** By its public address, whoever's it is: the id cannot be guessed. */
    public Uni<Optional<PublicCredential>> byPublicId(UUID id) {
        return unitOfWork.acrossTenants(session -> session.find(CredentialRow.class, id)
                .chain(row -> session.find(SignedDocumentRow.class, id)
                        .map(signed -> Optional.ofNullable(row)
                                .map(found -> new PublicCredential(found.stored(), signed.document)))));
    }

    /**
     * Newest first, one more than the limit where there are more.
     *
     * @param personId whose; null for everybody's. Somebody who was merged has what the survivor has
     * @param behind where the page before ended; null for the first
     */
    public Uni<List<StoredCredential>> page(String tenant, UUID personId, Position behind, int limit) {
        return unitOfWork.inTenant(
                tenant,
                session -> earner(session, tenant, personId)
                        .chain(earner -> query(session, tenant, earner, behind)
                                .setMaxResults(limit + 1)
                                .getResultList())
                        .map(rows -> rows.stream().map(CredentialRow::stored).toList()));
    }

    /** The person who signs in under this name; nobody where several do, because whose credentials to show is unknown. */
    public Uni<Optional<UUID>> personOf(String tenant, String login) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createSelectionQuery(
                                "select id from PersonRow where tenant = ?1 and login = ?2", UUID.class)
                        .setParameter(1, tenant)
                        .setParameter(2, login)
                        .setMaxResults(2)
                        .getResultList()
                        .map(people -> onlyOne(tenant, people)));
    }

    private static Uni<UUID> earner(Mutiny.Session session, String tenant, UUID personId) {
        return personId == null ? Uni.createFrom().nullItem() : MergedPeople.survivor(session, tenant, personId);
    }

    private static Optional<UUID> onlyOne(String tenant, List<UUID> people) {
        if (people.size() > 1) {
            LOG.warnf("event=login-ambiguous tenant=%s people=%s", tenant, people);
            return Optional.empty();
        }
        return people.stream().findFirst();
    }

    private static Mutiny.SelectionQuery<CredentialRow> query(
            Mutiny.Session session, String tenant, UUID personId, Position behind) {
        StringBuilder text = new StringBuilder("from CredentialRow where tenant = :tenant");
        if (personId != null) {
            text.append(" and personId = :person");
        }
        if (behind != null) {
            text.append(" and (issuedAt < :at or (issuedAt = :at and id < :id))");
        }
        Mutiny.SelectionQuery<CredentialRow> query = session.createSelectionQuery(
                        text.append(" order by issuedAt desc, id desc").toString(), CredentialRow.class)
                .setParameter("tenant", tenant);
        if (personId != null) {
            query.setParameter("person", personId);
        }
        if (behind != null) {
            query.setParameter("at", behind.issuedAt()).setParameter("id", behind.id());
        }
        return query;
    }
}
