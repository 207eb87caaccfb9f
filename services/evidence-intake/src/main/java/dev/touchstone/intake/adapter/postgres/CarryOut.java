package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.adapter.postgres.ChangePeople.Changed;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.VerifierProfile;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.evidence.Provenance;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what deliveries mean, within the caller's transaction. People first: evidence of the same batch may be about
 * them, and the lock that changing people needs must not be asked for by somebody who shares it.
 */
@ApplicationScoped
class CarryOut {

    private final ChangePeople changePeople;
    private final RecordEvidence recordEvidence;

    CarryOut(ChangePeople changePeople, RecordEvidence recordEvidence) {
        this.changePeople = changePeople;
        this.recordEvidence = recordEvidence;
    }

    /** Answers with the identities that changed hands. */
    Uni<Set<Identity>> all(
            Mutiny.Session session,
            Connection connection,
            EvidenceChannel channel,
            List<IncomingDelivery> deliveries,
            Instant now) {
        List<PersonUpdate> updates = deliveries.stream()
                .flatMap(one -> one.extraction().people().stream())
                .toList();
        List<Evidence> evidence = deliveries.stream()
                .flatMap(one -> evidence(one, connection, channel, now).stream())
                .toList();
        Uni<Set<Identity>> people = updates.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : changePeople
                        .apply(session, connection.tenant(), updates, now)
                        .chain(changed -> parkAmbiguous(session, connection.tenant(), deliveries, changed)
                                .replaceWith(changed.moved()));
        return people.chain(moved ->
                recordEvidence.record(session, connection.tenant(), evidence).replaceWith(moved));
    }

    private static List<Evidence> evidence(
            IncomingDelivery delivery, Connection connection, EvidenceChannel channel, Instant now) {
        Provenance provenance = new Provenance(
                connection.id(),
                connection.source().word(),
                channel,
                delivery.id(),
                authentication(connection.settings().verifier()));
        return delivery.extraction().evidence().stream()
                .map(draft -> Evidence.reported(Uuid7.next(), draft, now, delivery.digest(), provenance))
                .toList();
    }

    private static SenderAuthentication authentication(VerifierProfile verifier) {
        if (verifier == null) {
            return SenderAuthentication.BEARER;
        }
        return switch (verifier.kind()) {
            case HMAC -> SenderAuthentication.HMAC;
            case STANDARD_WEBHOOKS, HTTP_SIGNATURE -> SenderAuthentication.SIGNATURE;
            case JWT_BODY -> SenderAuthentication.JWT;
            case BASIC -> SenderAuthentication.BASIC;
            case BEARER -> SenderAuthentication.BEARER;
            case STATIC_HEADER, FORM_CREDENTIALS -> SenderAuthentication.SECRET;
            case UNSIGNED -> SenderAuthentication.NONE;
        };
    }

    /** A delivery that speaks of somebody who cannot be told is kept for a replay; what else it says has been done. */
    private static Uni<Void> parkAmbiguous(
            Mutiny.Session session, String tenant, List<IncomingDelivery> deliveries, Changed changed) {
        Set<UUID> ambiguous = new LinkedHashSet<>();
        List<RosterEntry> entries = new ArrayList<>(changed.entries());
        for (IncomingDelivery delivery : deliveries) {
            for (int person = 0; person < delivery.extraction().people().size(); person++) {
                if (entries.remove(0).outcome() == RosterEntry.Outcome.AMBIGUOUS) {
                    ambiguous.add(delivery.id());
                }
            }
        }
        if (ambiguous.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        update delivery set state = ?1, reason = 'person-ambiguous',
                               detail = 'identities in this delivery belong to different people; if they are one person, '
                                        || 'merge them (POST /intake/v1/people/{personId}/merge) and replay it'
                        where tenant_id = ?2 and id = any(cast(cast(?3 as text) as uuid[]))""")
                .setParameter(1, DeliveryState.PARKED.word())
                .setParameter(2, tenant)
                .setParameter(3, Sql.uuids(ambiguous))
                .executeUpdate()
                .replaceWithVoid();
    }
}
