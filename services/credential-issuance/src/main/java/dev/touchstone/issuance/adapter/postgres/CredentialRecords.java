package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.issuance.credential.CredentialEvent;
import dev.touchstone.issuance.credential.CredentialEvent.Issued;
import dev.touchstone.issuance.credential.Issuance;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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
    private final JsonText json;

    CredentialRecords(Outbox outbox, PublicAddresses addresses, JsonText json) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.json = json;
    }

    /**
     * Does nothing where the decision has its credential already. It is the survivor's where its earner was merged, even
     * after it was signed.
     *
     * @param cause null where no event led to it
     */
    Uni<Void> issued(Mutiny.Session session, Signing.Signed signed, Event cause) {
        return MergedPeople.lock(session, signed.tenant(), signed.award().personId())
                .map(earner -> Issuance.told(
                        signed.award(),
                        earner,
                        signed.achievement(),
                        signed.intent(),
                        addresses.credential(signed.intent().credentialId())))
                .chain(event -> insert(session, signed, event)
                        .chain(rows -> rows == 0
                                ? Uni.createFrom().voidItem()
                                : keepDocument(session, signed)
                                        .chain(() -> tell(session, signed.tenant(), event, cause))));
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
                                                issued_at, valid_until, signed_for, edition)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'active', 1, ?8, ?9, cast(?10 as timestamptz), ?11, ?12)
                        on conflict (tenant_id, decision_id, edition) do nothing""")
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
                .setParameter(11, signed.intent().subject())
                .setParameter(12, signed.edition())
                .executeUpdate();
    }

    /** The intent gives its document up: the signed form is the one that counts. */
    private Uni<Void> keepDocument(Mutiny.Session session, Signing.Signed signed) {
        return session.createNativeQuery("""
                        insert into signed_document (credential_id, tenant_id, document, facts) values (?1, ?2, ?3, ?4)""")
                .setParameter(1, signed.intent().credentialId())
                .setParameter(2, signed.tenant())
                .setParameter(3, signed.document())
                .setParameter(4, new String(json.write(signed.award().facts().members()), StandardCharsets.UTF_8))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                update issuance_intent set document = null
                                where tenant_id = ?1 and decision_id = ?2 and edition = ?3""")
                        .setParameter(1, signed.tenant())
                        .setParameter(2, signed.award().decisionId())
                        .setParameter(3, signed.edition())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
