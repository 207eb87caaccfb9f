package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Which generation of the projection answers, and which is being built beside it. One document says both, so a switch
 * is one write. It is read for every event and every request and never cached: an event that is handled after a
 * rebuild has begun must find the generation that is being built.
 */
@ApplicationScoped
class Generations {

    private static final String ID = "profile";
    private static final String FIRST = "first";
    private static final int DUPLICATE_KEY = 11_000;

    private final ProfileDatabase database;

    Generations(ProfileDatabase database) {
        this.database = database;
    }

    /** @param shadow null when none is being built; @param changedAt when live or shadow changed last */
    record Current(String live, String shadow, Instant changedAt) {

        boolean uses(String generation) {
            return generation.equals(live) || generation.equals(shadow);
        }
    }

    Uni<Current> current() {
        return database.projection()
                .find(eq("_id", ID))
                .toUni()
                .onItem()
                .ifNull()
                .switchTo(this::createFirst)
                .map(state -> new Current(
                        state.getString("live"), state.getString("shadow"), Fields.instant(state, "changedAt")));
    }

    Uni<String> live() {
        return current().map(Current::live);
    }

    /** From now on every event is written to the shadow first. False when another one is being built. */
    Uni<Boolean> begin(String shadow) {
        return current()
                .chain(() -> database.projection()
                        .updateOne(
                                and(eq("_id", ID), eq("shadow", null)),
                                combine(set("shadow", shadow), set("changedAt", new Date()))))
                .map(result -> result.getModifiedCount() == 1);
    }

    /** The shadow answers from now on. True also when it already did. */
    Uni<Boolean> promote(String shadow) {
        return database.projection()
                .updateOne(
                        and(eq("_id", ID), eq("shadow", shadow)),
                        combine(set("live", shadow), unset("shadow"), set("changedAt", new Date())))
                .chain(this::current)
                .map(now -> now.live().equals(shadow));
    }

    /** No longer writes to the shadow. */
    Uni<Void> abandon(String shadow) {
        return database.projection()
                .updateOne(
                        and(eq("_id", ID), eq("shadow", shadow)),
                        combine(unset("shadow"), set("changedAt", new Date())))
                .replaceWithVoid();
    }

    private Uni<Document> createFirst() {
        Document first = new Document("_id", ID).append("live", FIRST).append("changedAt", new Date());
        return database.createIndexes(FIRST)
                .chain(() -> database.projection().insertOne(first))
                .replaceWithVoid()
                .onFailure(Generations::isDuplicate)
                .recoverWithNull()
                .chain(() -> database.projection().find(eq("_id", ID)).toUni());
    }

    static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write && write.getCode() == DUPLICATE_KEY;
    }
}
