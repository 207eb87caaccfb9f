package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.BadgeIssuer;
import dev.touchstone.issuance.credential.Intent;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.issuer.KeyPurpose;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.status.Bitstring;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Settles what a decision will be signed as and keeps it. Places in status lists are drawn at random, so that a place
 * says nothing about when or to whom a credential was issued; the database refuses a place that is taken. When several
 * draws in a row are taken the list is about half full, and the next one is opened.
 */
@ApplicationScoped
class Intents {

    private static final int DRAWS_PER_LIST = 8;

    private final UnitOfWork unitOfWork;
    private final StatusLists lists;
    private final Sealing sealing;
    private final PublicAddresses addresses;
    private final JsonText json;
    private final SecureRandom random = new SecureRandom();

    Intents(UnitOfWork unitOfWork, StatusLists lists, Sealing sealing, PublicAddresses addresses, JsonText json) {
        this.unitOfWork = unitOfWork;
        this.lists = lists;
        this.sealing = sealing;
        this.addresses = addresses;
        this.json = json;
    }

    /** The intent of an earlier try, or a new one. */
    Uni<Intent> settle(StoredIssuer issuer, Award award, Situation.Ready ready) {
        if (ready.intent().isPresent()) {
            return resume(issuer, ready.intent().get());
        }
        Badge badge = new Badge(
                award,
                ready.achievement(),
                ready.earner(),
                new BadgeIssuer(issuer.tenant(), issuer.profile(), addresses));
        return lists.current(issuer).chain(list -> draw(issuer, badge, ready.edition(), list, DRAWS_PER_LIST));
    }

    private Uni<Intent> draw(StoredIssuer issuer, Badge badge, int edition, int list, int drawsLeft) {
        if (drawsLeft == 0) {
            return lists.open(issuer, list + 1).chain(next -> draw(issuer, badge, edition, next, DRAWS_PER_LIST));
        }
        StatusPlace place = new StatusPlace(list, random.nextInt(Bitstring.SIZE));
        return Worker.compute(() -> sealing.settle(
                        badge, place, issuer.active(KeyPurpose.CREDENTIAL).publicKey(), Instant.now()))
                .chain(intent -> store(issuer, badge.award(), edition, intent).chain(obstacle -> {
                    if (obstacle.isEmpty()) {
                        return Uni.createFrom().item(intent);
                    }
                    return obstacle.get().row() == null
                            ? draw(issuer, badge, edition, list, drawsLeft - 1)
                            : resume(issuer, obstacle.get().row());
                }));
    }

    /** What stood in the way: the intent that stands for the decision already, or a place that is taken (null). */
    private record Obstacle(IntentRow row) {}

    /** Empty where the intent was stored. */
    private Uni<Optional<Obstacle>> store(StoredIssuer issuer, Award award, int edition, Intent intent) {
        String tenant = issuer.tenant();
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        insert into issuance_intent (tenant_id, decision_id, credential_id, list_number, list_index,
                                                     canonical_hash, multikey, created_at, document, edition)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict do nothing""")
                        .setParameter(1, tenant)
                        .setParameter(2, award.decisionId())
                        .setParameter(3, intent.credentialId())
                        .setParameter(4, intent.place().listNumber())
                        .setParameter(5, intent.place().listIndex())
                        .setParameter(6, intent.canonicalHash())
                        .setParameter(7, intent.options().verificationMethod().fragment())
                        .setParameter(
                                8, OffsetDateTime.ofInstant(intent.options().created(), ZoneOffset.UTC))
                        .setParameter(9, new String(json.write(intent.document()), StandardCharsets.UTF_8))
                        .setParameter(10, edition)
                        .executeUpdate()
                        .chain(rows -> rows == 1
                                ? Uni.createFrom().item(Optional.<Obstacle>empty())
                                : session.find(IntentRow.class, new IntentRow.Key(tenant, award.decisionId(), edition))
                                        .map(row -> Optional.of(new Obstacle(row)))));
    }

    private Uni<Intent> resume(StoredIssuer issuer, IntentRow row) {
        if (row.document == null) {
            throw new IllegalStateException("issued by somebody else meanwhile; the next try will see it");
        }
        return Worker.compute(() -> row.resume(addresses.issuer(issuer.tenant()), json, sealing));
    }
}
