package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A credential was issued or revoked: whatever asks for it is looked at again. */
@ApplicationScoped
public class ReceiveCredential {

    private final UnitOfWork unitOfWork;
    private final CredentialStore credentials;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;
    private final MergeStore merges;

    ReceiveCredential(
            UnitOfWork unitOfWork,
            CredentialStore credentials,
            CatalogueStore catalogues,
            ConsiderPerson considering,
            MergeStore merges) {
        this.unitOfWork = unitOfWork;
        this.credentials = credentials;
        this.catalogues = catalogues;
        this.considering = considering;
        this.merges = merges;
    }

    public Uni<Void> issued(Event event, UUID personId, HeldCredential credential, UUID decisionId) {
        return unitOfWork.once(
                event,
                session -> merges.lock(session, event.tenant(), personId)
                        .chain(holder -> credentials
                                .issued(session, event.tenant(), holder, credential, decisionId)
                                .chain(() -> consider(session, event, holder, credential.achievementId()))));
    }

    public Uni<Void> revoked(Event event, UUID personId, UUID credentialId, String achievementId) {
        return unitOfWork.once(
                event,
                session -> merges.lock(session, event.tenant(), personId)
                        .chain(holder -> credentials
                                .revoked(session, event.tenant(), holder, credentialId, achievementId)
                                .chain(() -> consider(session, event, holder, achievementId))));
    }

    private Uni<Void> consider(Mutiny.Session session, Event event, UUID personId, String achievementId) {
        return catalogues
                .current(session, event.tenant())
                .chain(catalogue -> considering.consider(
                        session,
                        new Look(
                                event.tenant(),
                                personId,
                                catalogue,
                                catalogue.askingFor(achievementId),
                                new Trigger.CredentialChanged(),
                                event)));
    }
}
