package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.credential.HeldCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Credentials of this organisation's people. */
@ApplicationScoped
class CredentialStore {

    /** Says what was issued. Where it is known as revoked already, it stays so. */
    Uni<Void> issued(Mutiny.Session session, String tenant, UUID personId, HeldCredential issued, UUID decisionId) {
        return session.createNativeQuery("""
                        insert into credential (credential_id, tenant_id, person_id, achievement_id, level, decision_id,
                                                valid_until, revoked)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as timestamptz), false)
                        on conflict (credential_id) do update
                        set level = excluded.level, decision_id = excluded.decision_id,
                            valid_until = excluded.valid_until""")
                .setParameter(1, issued.id())
                .setParameter(2, tenant)
                .setParameter(3, personId)
                .setParameter(4, issued.achievementId())
                .setParameter(5, issued.level())
                .setParameter(6, decisionId)
                .setParameter(
                        7,
                        issued.validUntil() == null ? null : issued.validUntil().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Says that it holds no more, for good, also where it is not known yet. */
    Uni<Void> revoked(Mutiny.Session session, String tenant, UUID personId, UUID credentialId, String achievementId) {
        return session.createNativeQuery("""
                        insert into credential (credential_id, tenant_id, person_id, achievement_id, revoked)
                        values (?1, ?2, ?3, ?4, true)
                        on conflict (credential_id) do update set revoked = true""")
                .setParameter(1, credentialId)
                .setParameter(2, tenant)
                .setParameter(3, personId)
                .setParameter(4, achievementId)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<CredentialRow>> rowsOf(Mutiny.Session session, String tenant, UUID personId) {
        return session.createQuery("from CredentialRow where tenantId = ?1 and personId = ?2", CredentialRow.class)
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .setReadOnly(true)
                .getResultList();
    }
}
