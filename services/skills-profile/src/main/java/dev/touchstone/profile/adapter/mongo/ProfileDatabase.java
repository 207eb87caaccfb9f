package dev.touchstone.profile.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.touchstone.profile.ProfileConfig;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collections of this service. Projected ones exist once per generation, so that a new generation can be built
 * beside the one that answers. Only commands of MongoDB's Stable API version 1 are used, and of those only what the
 * embedded server knows too: renaming a collection is in neither.
 */
@ApplicationScoped
public class ProfileDatabase {

    static final String PASSPORTS = "passports_";
    static final String CATALOGUE = "catalogue_";
    private static final int INDEX_OPTIONS_CONFLICT = 85;

    private final ReactiveMongoDatabase database;
    private final long looksKeptSeconds;

    ProfileDatabase(
            ReactiveMongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String name,
            ProfileConfig config) {
        this.database = client.getDatabase(name);
        this.looksKeptSeconds = config.looksKeptFor().toSeconds();
    }

    ReactiveMongoCollection<Document> passports(String generation) {
        return database.getCollection(PASSPORTS + generation);
    }

    ReactiveMongoCollection<Document> catalogue(String generation) {
        return database.getCollection(CATALOGUE + generation);
    }

    ReactiveMongoCollection<Document> projection() {
        return database.getCollection("projection");
    }

    ReactiveMongoCollection<Document> rebuilds() {
        return database.getCollection("rebuilds");
    }

    ReactiveMongoCollection<Document> frameworks() {
        return database.getCollection("frameworks");
    }

    ReactiveMongoCollection<Document> frameworkRoles() {
        return database.getCollection("framework_roles");
    }

    ReactiveMongoCollection<Document> frameworkSkills() {
        return database.getCollection("framework_skills");
    }

    ReactiveMongoCollection<Document> looks() {
        return database.getCollection("looks");
    }

    Uni<List<String>> collectionNames() {
        return database.listCollectionNames().collect().asList();
    }

    Uni<Void> drop(String collection) {
        return database.getCollection(collection).drop();
    }

    /** Indexes of what is not projected. Creating one that exists already changes nothing. */
    Uni<Void> createOwnIndexes() {
        return index(looks(), Indexes.ascending("tenant", "seen", "_id"))
                .chain(this::forgetOldLooks)
                .chain(() -> index(frameworks(), Indexes.ascending("tenant")))
                .chain(() -> index(frameworkRoles(), Indexes.ascending("importId", "seq")))
                .chain(() -> index(frameworkRoles(), Indexes.ascending("tenant", "roleId")))
                .chain(() -> index(frameworkSkills(), Indexes.ascending("importId", "seq")))
                .chain(() -> index(rebuilds(), Indexes.ascending("state")));
    }

    /** The time to keep looks may have been changed since the index was made; then it is made anew. */
    private Uni<Void> forgetOldLooks() {
        Bson keys = Indexes.ascending("at");
        IndexOptions forgotten = new IndexOptions().expireAfter(looksKeptSeconds, TimeUnit.SECONDS);
        return looks().createIndex(keys, forgotten)
                .onFailure(failure -> failure instanceof MongoCommandException refused
                        && refused.getErrorCode() == INDEX_OPTIONS_CONFLICT)
                .recoverWithUni(() -> looks().dropIndex(keys).chain(() -> looks().createIndex(keys, forgotten)))
                .replaceWithVoid();
    }

    /** Indexes of one generation of the projection. */
    Uni<Void> createIndexes(String generation) {
        return index(passports(generation), Indexes.ascending("tenant", "person.login"))
                .chain(() -> index(passports(generation), Indexes.ascending("tenant", "person.unitId")))
                .chain(() ->
                        index(passports(generation), Indexes.ascending("tenant", "proofs.skillId", "proofs.ordinal")))
                .chain(() -> index(catalogue(generation), Indexes.ascending("tenant")));
    }

    private static Uni<Void> index(ReactiveMongoCollection<Document> collection, Bson keys) {
        return collection.createIndex(keys).replaceWithVoid();
    }
}
