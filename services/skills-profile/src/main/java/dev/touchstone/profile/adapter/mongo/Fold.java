package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Date;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * Reads a document, folds a fact into it, and writes it back only if nobody wrote it meanwhile; otherwise reads again.
 * One document, one write: no transaction is needed, and any number of replicas may do this at once.
 *
 * @param <T> what the document holds
 */
record Fold<T>(Function<Document, T> read, Function<T, Document> write) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 40;

    /**
     * What a document holds now.
     *
     * @param changed false when the change changed nothing
     */
    record Folded<T>(T value, boolean changed) {}

    /**
     * Folds the change into the document with the id of {@code empty}.
     *
     * @param empty what there is before the first change
     */
    Uni<Folded<T>> into(
            ReactiveMongoCollection<Document> collection, String id, T empty, UnaryOperator<T> change, Stamp stamp) {
        return Uni.createFrom()
                .deferred(() -> attempt(collection, id, empty, change, stamp))
                .onFailure(Conflict.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES);
    }

    private Uni<Folded<T>> attempt(
            ReactiveMongoCollection<Document> collection, String id, T empty, UnaryOperator<T> change, Stamp stamp) {
        return collection.find(eq("_id", id)).toUni().chain(stored -> {
            T before = stored == null ? empty : read.apply(stored);
            T after = change.apply(before);
            if (after == before) {
                return Uni.createFrom().item(new Folded<>(before, false));
            }
            long revision = stored == null ? 0 : Fields.longNumber(stored, "revision");
            Document next = stamped(write.apply(after), revision + 1, stamp);
            return (stored == null ? insert(collection, next) : replace(collection, next, revision))
                    .replaceWith(new Folded<>(after, true));
        });
    }

    private static Uni<Void> insert(ReactiveMongoCollection<Document> collection, Document next) {
        return collection
                .insertOne(next)
                .onFailure(Generations::isDuplicate)
                .transform(first -> new Conflict())
                .replaceWithVoid();
    }

    private static Uni<Void> replace(ReactiveMongoCollection<Document> collection, Document next, long revision) {
        return collection
                .replaceOne(and(eq("_id", next.get("_id")), eq("revision", revision)), next)
                .invoke(result -> {
                    if (result.getMatchedCount() == 0) {
                        throw new Conflict();
                    }
                })
                .replaceWithVoid();
    }

    private static Document stamped(Document document, long revision, Stamp stamp) {
        return document.append("revision", revision)
                .append(
                        "projected",
                        new Document("eventId", stamp.eventId().toString())
                                .append("eventTime", Date.from(stamp.eventTime()))
                                .append("at", new Date()));
    }

    /** Somebody else wrote the document between reading and writing. */
    private static final class Conflict extends RuntimeException {
        Conflict() {
            super("the document changed while it was being folded", null, false, false);
        }
    }
}
