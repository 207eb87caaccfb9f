package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.issuance.credential.CredentialEvent;
import dev.touchstone.issuance.credential.CredentialEvent.Issued;
import dev.touchstone.issuance.credential.Issuance;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Writes a signed credential and the event that tells of it, in the caller's transaction. */
@ApplicationScoped
class CredentialRecords {

    private static final Logger LOG = Logger.getLogger(CredentialRecords.class);

    private final Outbox outbox;
    private final PublicAddresses addresses;

    CredentialRecords(Outbox outbox, PublicAddresses addresses) {
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /** Does nothing where the decision has its credential already. */
    Uni<Void> issued(Mutiny.Session session, Signing.Signed signed, Event cause) {
        Issued event = Issuance.told(
                signed.award(),
                signed.achievement(),
                signed.intent(),
                addresses.credential(signed.intent().credentialId()));
        return insert(session, signed, event)
                .chain(rows -> rows == 0
                        ? Uni.createFrom().voidItem()
                        : keepDocument(session, signed).chain(() -> tell(session, signed.tenant(), event, cause)));
    }

    /** Announces a change of state. */
    Uni<Void> tell(Mutiny.Session session, String tenant, CredentialEvent event, Event cause) {
        LOG.infof(
                "event=%s tenant=%s credential=%s person=%s",
                event.type(), tenant, event.credentialId(), event.personId());
        return outbox.add(
                        session,
                        new OutgoingEvent(
                                CredentialEvent.TOPIC,
                                tenant + ":" + event.personId(),
                                event.type(),
                                event.personId().toString(),
                                event.happenedAt(),
                                tenant,
                                event,
                                cause))
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(Mutiny.Session session, Signing.Signed signed, Issued event) {
        return session.createNativeQuery("""
                        insert into credential (credential_id, tenant_id, decision_id, person_id, achievement_id,
                                                achievement_version, name, state, version, awarded_at,
                                                issued_at, valid_until)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'active', 1, ?8, ?9, cast(?10 as timestamptz))
                        on conflict (tenant_id, decision_id) do nothing""")
                .setParameter(1, event.credentialId())
                .setParameter(2, signed.tenant())
                .setParameter(3, event.decisionId())
                .setParameter(4, event.personId())
                .setParameter(5, event.achievementId())
                .setParameter(6, event.achievementVersion())
                .setParameter(
                        7,
                        new Node(signed.intent().document()).get("name").text().orElse(event.achievementName()))
                .setParameter(8, utc(event.awardedDate()))
                .setParameter(9, utc(event.issuedAt()))
                .setParameter(10, event.validUntil() == null ? null : utc(event.validUntil()))
                .executeUpdate();
    }

    /** The intent gives its document up: the signed form is the one that counts. */
    private static Uni<Void> keepDocument(Mutiny.Session session, Signing.Signed signed) {
        return session.createNativeQuery("""
                        insert into signed_document (credential_id, tenant_id, document) values (?1, ?2, ?3)""")
                .setParameter(1, signed.intent().credentialId())
                .setParameter(2, signed.tenant())
                .setParameter(3, signed.document())
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                update issuance_intent set document = null
                                where tenant_id = ?1 and decision_id = ?2""")
                        .setParameter(1, signed.tenant())
                        .setParameter(2, signed.award().decisionId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
