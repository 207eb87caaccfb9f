package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.profile.access.Look;
import dev.touchstone.profile.passport.PersonKey;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Who looked at whom: written before the answer is given, readable by those who were seen, forgotten in time. */
@ApplicationScoped
public class Looks {

    private final ProfileDatabase database;

    Looks(ProfileDatabase database) {
        this.database = database;
    }

    /** @param id sorts by time */
    public record Kept(String id, Look look) {}

    /** Completes once it is kept; a look at nobody but oneself is none. */
    public Uni<Void> keep(String tenant, Look look) {
        if (look.seen().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Document document = new Document("_id", Uuid7.next().toString())
                .append("tenant", tenant)
                .append("viewerLogin", look.viewerLogin())
                .append("kind", look.kind().name())
                .append("at", Date.from(look.at()))
                .append("seen", look.seen().stream().map(UUID::toString).toList());
        Fields.put(document, "viewerId", Fields.text(look.viewerId()));
        Fields.put(document, "subject", look.subject());
        return database.looks().insertOne(document).replaceWithVoid();
    }

    /** Looks at a person, newest first. @param before id of the last one already shown; null for the first page */
    public Uni<List<Kept>> at(PersonKey person, String before, int limit) {
        List<Bson> conditions = new ArrayList<>(List.of(
                eq("tenant", person.tenant()), eq("seen", person.personId().toString())));
        if (before != null) {
            conditions.add(lt("_id", before));
        }
        return database.looks()
                .find(
                        and(conditions),
                        new FindOptions().sort(Sorts.descending("_id")).limit(limit))
                .map(document -> read(document, person.personId()))
                .collect()
                .asList();
    }

    /** Whom else the viewer saw is nobody's business, so it is left out. */
    private static Kept read(Document document, UUID seen) {
        return new Kept(
                document.getString("_id"),
                new Look(
                        Fields.uuid(document, "viewerId"),
                        document.getString("viewerLogin"),
                        Look.Kind.valueOf(document.getString("kind")),
                        document.getString("subject"),
                        Fields.instant(document, "at"),
                        List.of(seen)));
    }
}
