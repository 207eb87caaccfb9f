package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.profile.framework.ImportedFramework;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/**
 * Puts an imported framework in force: its roles and skills are written under a new import id, then one write of one
 * document switches to them, then the ones replaced go. Readers see the old framework or the new one, never a mixture;
 * an import that stops half-way leaves rows that nobody reads, and the next import of the framework removes them.
 */
@ApplicationScoped
public class PutFrameworkInForce {

    private static final Duration SURELY_ABANDONED = Duration.ofHours(1);

    private final ProfileDatabase database;
    private final FrameworkReads frameworks;

    PutFrameworkInForce(ProfileDatabase database, FrameworkReads frameworks) {
        this.database = database;
        this.frameworks = frameworks;
    }

    /** @param changed false when the same sheet was in force already under the same name and licence */
    public record Outcome(FrameworkInForce inForce, boolean changed) {}

    public Uni<Outcome> put(String tenant, String login, String digest, ImportedFramework imported) {
        return frameworks
                .find(tenant, imported.framework().frameworkId())
                .chain(known -> known.filter(same ->
                                same.digest().equals(digest) && same.framework().equals(imported.framework()))
                        .map(same -> Uni.createFrom().item(new Outcome(same, false)))
                        .orElseGet(() -> replace(tenant, login, digest, imported)));
    }

    private Uni<Outcome> replace(String tenant, String login, String digest, ImportedFramework imported) {
        FrameworkInForce next = new FrameworkInForce(
                imported.framework(),
                Uuid7.next().toString(),
                digest,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                login,
                imported.report());
        Batch batch = new Batch(tenant, next);
        return batch.insert(database.frameworkSkills(), imported.skills(), FrameworkDocument::write)
                .chain(() -> batch.insert(database.frameworkRoles(), imported.roles(), FrameworkDocument::write))
                .chain(() -> switchTo(tenant, next))
                .chain(() -> sweep(tenant, next))
                .replaceWith(new Outcome(next, true));
    }

    private Uni<Void> switchTo(String tenant, FrameworkInForce next) {
        FindOneAndReplaceOptions options =
                new FindOneAndReplaceOptions().upsert(true).returnDocument(ReturnDocument.BEFORE);
        String id = FrameworkDocument.id(tenant, next.framework().frameworkId());
        return database.frameworks()
                .findOneAndReplace(eq("_id", id), FrameworkDocument.write(tenant, next), options)
                .chain(replaced -> replaced == null
                        ? Uni.createFrom().voidItem()
                        : delete(eq("importId", replaced.getString("importId"))));
    }

    private Uni<Void> sweep(String tenant, FrameworkInForce next) {
        return delete(and(
                eq("tenant", tenant),
                eq("frameworkId", next.framework().frameworkId()),
                ne("importId", next.importId()),
                lt("importedAt", Date.from(next.importedAt().minus(SURELY_ABANDONED)))));
    }

    private Uni<Void> delete(org.bson.conversions.Bson rows) {
        return database.frameworkRoles()
                .deleteMany(rows)
                .chain(() -> database.frameworkSkills().deleteMany(rows))
                .replaceWithVoid();
    }

    /** The rows of one import. */
    private record Batch(String tenant, FrameworkInForce inForce) {

        <T> Uni<Void> insert(ReactiveMongoCollection<Document> collection, List<T> items, Function<T, Document> write) {
            if (items.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            List<Document> rows = new ArrayList<>();
            for (T item : items) {
                int seq = rows.size();
                rows.add(write.apply(item)
                        .append("_id", inForce.importId() + ":" + seq)
                        .append("tenant", tenant)
                        .append("importId", inForce.importId())
                        .append("importedAt", Date.from(inForce.importedAt()))
                        .append("frameworkId", inForce.framework().frameworkId())
                        .append("seq", seq));
            }
            return collection.insertMany(rows).replaceWithVoid();
        }
    }
}
