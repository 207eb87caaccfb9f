package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.touchstone.profile.ProfileConfig;
import dev.touchstone.profile.rebuild.Rebuild;
import dev.touchstone.profile.rebuild.RebuildState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;

/**
 * Rebuilds and how far they have come. At most one runs, because only one generation can be the shadow. A replica that
 * runs one says so again and again; when it falls silent another takes over, reading from the beginning into the same
 * shadow, which is harmless however far the first one came.
 */
@ApplicationScoped
public class RebuildStore {

    private final ProfileDatabase database;
    private final Generations generations;
    private final ProfileConfig.Rebuild config;

    RebuildStore(ProfileDatabase database, Generations generations, ProfileConfig config) {
        this.database = database;
        this.generations = generations;
        this.config = config.rebuild();
    }

    /** From the moment this completes every event also goes into the new generation. False when another rebuild runs. */
    public Uni<Boolean> begin(Rebuild rebuild) {
        return database.rebuilds()
                .insertOne(RebuildDocument.write(rebuild))
                .chain(() -> generations.begin(rebuild.generation()))
                .call(begun -> begun ? Uni.createFrom().voidItem() : forget(rebuild));
    }

    /** Before anything is read into it. */
    public Uni<Void> prepare(Rebuild rebuild) {
        return database.createIndexes(rebuild.generation());
    }

    public Uni<Optional<Rebuild>> find(String tenant, UUID id) {
        return database.rebuilds()
                .find(and(eq("_id", id.toString()), eq("tenant", tenant)))
                .toUni()
                .map(found -> Optional.ofNullable(found).map(RebuildDocument::read));
    }

    /** Says that the rebuild goes on. */
    public Uni<Void> stillRuns(Rebuild rebuild) {
        return update(rebuild);
    }

    /** Says how far it is. */
    public Uni<Void> report(Rebuild rebuild, Rebuild.Progress progress) {
        return update(rebuild, set("progress", RebuildDocument.write(progress)));
    }

    /** The new generation answers from now on. */
    public Uni<Void> complete(Rebuild rebuild, Rebuild.Progress progress) {
        return generations.promote(rebuild.generation()).chain(promoted -> {
            if (!promoted) {
                return fail(rebuild, "Another rebuild took its place.");
            }
            return update(
                    rebuild,
                    set("state", RebuildState.COMPLETED.name()),
                    set("progress", RebuildDocument.write(progress)),
                    set("finishedAt", new Date()));
        });
    }

    /** The old generation goes on answering. */
    public Uni<Void> fail(Rebuild rebuild, String reason) {
        return generations
                .abandon(rebuild.generation())
                .chain(() -> update(
                        rebuild,
                        set("state", RebuildState.FAILED.name()),
                        set("reason", reason),
                        set("finishedAt", new Date())));
    }

    /** Lets another replica take over at once. */
    public Uni<Void> release(Rebuild rebuild) {
        return database.rebuilds()
                .updateOne(running(rebuild), set("heardOfAt", new Date(0)))
                .replaceWithVoid();
    }

    /**
     * A rebuild that fell silent, now the caller's to go on with.
     *
     * @param own those that the caller is running: however silent the store finds them, they are not abandoned
     */
    public Uni<Optional<Rebuild>> takeOver(Set<UUID> own) {
        Date silentSince = Date.from(Instant.now().minus(config.takenOverAfter()));
        return database.rebuilds()
                .findOneAndUpdate(
                        and(
                                eq("state", RebuildState.RUNNING.name()),
                                lt("heardOfAt", silentSince),
                                nin("_id", own.stream().map(UUID::toString).toList())),
                        combine(set("heardOfAt", new Date()), inc("attempts", 1)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .map(found -> Optional.ofNullable(found).map(RebuildDocument::read))
                .chain(this::unlessDecided);
    }

    /**
     * Removes generations that are neither live nor being built, once no reader can be in them any more. The names are
     * listed before the state is read: what begins in between is not in the list.
     */
    public Uni<Void> sweep() {
        return database.collectionNames()
                .chain(names -> generations.current().chain(now -> {
                    boolean readersLeft =
                            now.changedAt().plus(config.replacedKeptFor()).isBefore(Instant.now());
                    List<String> unused = readersLeft
                            ? names.stream().filter(name -> isUnused(name, now)).toList()
                            : List.of();
                    return Multi.createFrom()
                            .iterable(unused)
                            .onItem()
                            .transformToUniAndConcatenate(database::drop)
                            .collect()
                            .last()
                            .replaceWithVoid();
                }));
    }

    private static boolean isUnused(String collection, Generations.Current now) {
        for (String prefix : List.of(ProfileDatabase.PASSPORTS, ProfileDatabase.CATALOGUE)) {
            if (collection.startsWith(prefix)) {
                return !now.uses(collection.substring(prefix.length()));
            }
        }
        return false;
    }

    /** The replica before may have stopped between the switch and saying so, or before it began. */
    private Uni<Optional<Rebuild>> unlessDecided(Optional<Rebuild> silent) {
        if (silent.isEmpty()) {
            return Uni.createFrom().item(silent);
        }
        Rebuild rebuild = silent.get();
        return generations.current().chain(now -> {
            if (rebuild.generation().equals(now.shadow())) {
                return Uni.createFrom().item(silent);
            }
            Uni<Void> decided = rebuild.generation().equals(now.live())
                    ? complete(rebuild, rebuild.progress())
                    : fail(rebuild, "It never began.");
            return decided.replaceWith(Optional.empty());
        });
    }

    private Uni<Void> update(Rebuild rebuild, Bson... changes) {
        List<Bson> all = new ArrayList<>(List.of(changes));
        all.add(set("heardOfAt", new Date()));
        return database.rebuilds().updateOne(running(rebuild), combine(all)).replaceWithVoid();
    }

    private static Bson running(Rebuild rebuild) {
        return and(eq("_id", rebuild.id().toString()), eq("state", RebuildState.RUNNING.name()));
    }

    private Uni<Void> forget(Rebuild rebuild) {
        return database.rebuilds().deleteOne(eq("_id", rebuild.id().toString())).replaceWithVoid();
    }
}
