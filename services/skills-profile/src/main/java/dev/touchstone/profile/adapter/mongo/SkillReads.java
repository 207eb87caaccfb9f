package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import dev.touchstone.profile.inventory.SkillCount;
import dev.touchstone.profile.passport.Passport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Searches over everybody's proofs. What counts as held is decided by the dates, in the query. */
@ApplicationScoped
public class SkillReads {

    private final ProfileDatabase database;
    private final Generations generations;

    SkillReads(ProfileDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    /**
     * Who holds a skill.
     *
     * @param unitId searched only in; null for the whole organisation
     */
    public record HolderQuery(String tenant, String skillId, int minLevel, String unitId, Instant now) {}

    /** A place in the list of holders: best first, then by name. */
    public record Position(int ordinal, String name, String personKey) {}

    /**
     * One of the ranking.
     *
     * @param passport as it was a moment later; null where it no longer answers the query
     */
    public record RankedHolder(Position position, Passport passport) {}

    /** The people who hold the skill at the level or above, best first, at most {@code limit}. */
    public Uni<List<RankedHolder>> holders(HolderQuery query, Position after, int limit) {
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .aggregate(ranked(query, after, limit))
                        .map(row -> new Position(
                                Fields.number(row, "ordinal"), row.getString("name"), row.getString("_id")))
                        .collect()
                        .asList()
                        .chain(ranking -> inOrder(live, query, ranking)));
    }

    /** Every skill somebody in the organisation holds, with how many hold it at which level. */
    public Uni<List<SkillCount>> inventory(String tenant, Instant now) {
        List<Bson> pipeline = List.of(
                match(and(eq("tenant", tenant), eq("person.active", true))),
                unwind("$proofs"),
                match(held(now)),
                group(
                        new Document("person", "$_id").append("skill", "$proofs.skillId"),
                        max("ordinal", "$proofs.ordinal"),
                        max("name", "$proofs.name")),
                group(
                        new Document("skill", "$_id.skill").append("ordinal", "$ordinal"),
                        sum("people", 1),
                        max("name", "$name")));
        return generations
                .live()
                .chain(live -> database.passports(live)
                        .aggregate(pipeline)
                        .collect()
                        .asList()
                        .map(SkillReads::counts));
    }

    private static Bson candidates(HolderQuery query) {
        List<Bson> people = new ArrayList<>(List.of(
                eq("tenant", query.tenant()),
                eq("person.active", true),
                elemMatch("proofs", and(eq("skillId", query.skillId()), gte("ordinal", query.minLevel())))));
        if (query.unitId() != null) {
            people.add(eq("person.unitId", query.unitId()));
        }
        return and(people);
    }

    private static List<Bson> ranked(HolderQuery query, Position after, int limit) {
        List<Bson> pipeline = new ArrayList<>(List.of(
                match(candidates(query)),
                unwind("$proofs"),
                match(and(
                        eq("proofs.skillId", query.skillId()),
                        gte("proofs.ordinal", query.minLevel()),
                        held(query.now()))),
                group("$_id", max("ordinal", "$proofs.ordinal"), first("name", "$person.displayName"))));
        if (after != null) {
            pipeline.add(match(behind(after)));
        }
        pipeline.add(sort(Sorts.orderBy(Sorts.descending("ordinal"), Sorts.ascending("name", "_id"))));
        pipeline.add(limit(limit));
        return pipeline;
    }

    private static Bson held(Instant now) {
        return and(lte("proofs.validFrom", Date.from(now)), gt("proofs.validUntil", Date.from(now)));
    }

    private static Bson behind(Position after) {
        return or(
                lt("ordinal", after.ordinal()),
                and(eq("ordinal", after.ordinal()), gt("name", after.name())),
                and(eq("ordinal", after.ordinal()), eq("name", after.name()), gt("_id", after.personKey())));
    }

    private Uni<List<RankedHolder>> inOrder(String generation, HolderQuery query, List<Position> ranking) {
        List<String> keys = ranking.stream().map(Position::personKey).toList();
        return database.passports(generation)
                .find(and(candidates(query), in("_id", keys)))
                .map(PassportDocument::read)
                .collect()
                .asMap(passport -> passport.key().text())
                .map(found -> ranking.stream()
                        .map(position -> new RankedHolder(position, found.get(position.personKey())))
                        .toList());
    }

    private static List<SkillCount> counts(List<Document> rows) {
        Map<String, TreeMap<Integer, Integer>> levels = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Document row : rows) {
            Document id = row.get("_id", Document.class);
            String skill = id.getString("skill");
            levels.computeIfAbsent(skill, unseen -> new TreeMap<>())
                    .put(Fields.number(id, "ordinal"), Fields.number(row, "people"));
            names.merge(skill, row.getString("name"), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        return levels.entrySet().stream()
                .map(skill -> SkillCount.of(skill.getKey(), names.get(skill.getKey()), skill.getValue()))
                .toList();
    }
}
