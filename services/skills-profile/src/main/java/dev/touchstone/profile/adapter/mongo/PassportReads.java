package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PersonFacts;
import dev.touchstone.profile.passport.PersonKey;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Reads passports. Every query names the organisation, so another's person is simply not there. */
@ApplicationScoped
public class PassportReads {

    private final ProfileDatabase database;
    private final Generations generations;

    PassportReads(ProfileDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** A person as someone who signs in. */
    public record Signed(UUID personId, PersonFacts person) {}

    /** Whoever was merged is the survivor. */
    public Uni<Optional<ProjectedPassport>> person(PersonKey key) {
        return stored(key)
                .chain(found -> found.map(ProjectedPassport::passport)
                        .map(Passport::merged)
                        .map(merged -> stored(new PersonKey(key.tenant(), merged.into())))
                        .orElseGet(() -> Uni.createFrom().item(found)));
    }

    private Uni<Optional<ProjectedPassport>> stored(PersonKey key) {
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .find(and(eq("_id", key.text()), eq("tenant", key.tenant())))
                        .toUni()
                        .map(found -> Optional.ofNullable(found).map(ProjectedPassport::read)));
    }

    /** Who signs in with the login: the one who works here, and of several the one whose facts are newest. */
    public Uni<Optional<Signed>> signedInAs(String tenant, String login) {
        FindOptions options = new FindOptions().projection(Projections.include("personId", "person"));
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .find(and(eq("tenant", tenant), eq("person.login", login)), options)
                        .collect()
                        .asList()
                        .map(found -> found.stream()
                                .map(PassportReads::signed)
                                .max(Comparator.<Signed, Boolean>comparing(
                                                signed -> signed.person().active())
                                        .thenComparing(signed -> signed.person().changedAt()))));
    }

    /** The people who work in a unit, at most {@code limit}. */
    public Uni<List<ProjectedPassport>> unit(String tenant, String unitId, int limit) {
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .find(
                                and(eq("tenant", tenant), eq("person.unitId", unitId), eq("person.active", true)),
                                new FindOptions().limit(limit))
                        .map(ProjectedPassport::read)
                        .collect()
                        .asList());
    }

    /** Names by person id; people who are not known have none. */
    public Uni<Map<UUID, String>> names(String tenant, Collection<UUID> people) {
        List<String> keys = people.stream()
                .map(id -> new PersonKey(tenant, id).text())
                .distinct()
                .toList();
        FindOptions options = new FindOptions().projection(Projections.include("personId", "person"));
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .find(and(eq("tenant", tenant), in("_id", keys)), options)
                        .collect()
                        .asList()
                        .map(PassportReads::names));
    }

    private static Map<UUID, String> names(List<Document> found) {
        Map<UUID, String> names = new HashMap<>();
        found.stream()
                .filter(document -> document.containsKey("person"))
                .map(PassportReads::signed)
                .forEach(signed -> names.put(signed.personId(), signed.person().displayName()));
        return names;
    }

    private static Signed signed(Document document) {
        return new Signed(
                Fields.uuid(document, "personId"), PassportDocument.readPerson(document.get("person", Document.class)));
    }
}
