package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import dev.touchstone.profile.framework.FrameworkSkill;
import dev.touchstone.profile.framework.RoleProfile;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Reads the frameworks an organisation has put in force, their roles and their skills. */
@ApplicationScoped
public class FrameworkReads {

    private static final FindOptions IN_ORDER = new FindOptions().sort(Sorts.ascending("_id"));

    private final ProfileDatabase database;

    FrameworkReads(ProfileDatabase database) {
        this.database = database;
    }

    /** A row with its place in the framework. */
    public record Placed<T>(int seq, T item) {}

    public Uni<List<FrameworkInForce>> all(String tenant) {
        return database.frameworks()
                .find(eq("tenant", tenant), IN_ORDER)
                .map(FrameworkDocument::read)
                .collect()
                .asList();
    }

    public Uni<Optional<FrameworkInForce>> find(String tenant, String frameworkId) {
        return database.frameworks()
                .find(and(eq("_id", FrameworkDocument.id(tenant, frameworkId)), eq("tenant", tenant)))
                .toUni()
                .map(found -> Optional.ofNullable(found).map(FrameworkDocument::read));
    }

    /** Roles in the order of the framework. @param after seq of the last one already shown, -1 for the first page */
    public Uni<List<Placed<RoleProfile>>> roles(FrameworkInForce framework, int after, int limit) {
        return database.frameworkRoles()
                .find(and(eq("importId", framework.importId()), gt("seq", after)), bySeq(limit))
                .map(row -> new Placed<>(Fields.number(row, "seq"), FrameworkDocument.readRole(row)))
                .collect()
                .asList();
    }

    /** Roles of every framework in force, by id. @param after id of the last one already shown */
    public Uni<List<RoleProfile>> roles(String tenant, String after, int limit) {
        return all(tenant)
                .map(inForce -> inForce.stream().map(FrameworkInForce::importId).toList())
                .chain(imports -> database.frameworkRoles()
                        .find(
                                and(eq("tenant", tenant), gt("roleId", after), in("importId", imports)),
                                new FindOptions()
                                        .sort(Sorts.ascending("roleId"))
                                        .limit(limit))
                        .map(FrameworkDocument::readRole)
                        .collect()
                        .asList());
    }

    /** Skills in the order of the framework. @param after seq of the last one already shown, -1 for the first page */
    public Uni<List<Placed<FrameworkSkill>>> skills(FrameworkInForce framework, int after, int limit) {
        return database.frameworkSkills()
                .find(and(eq("importId", framework.importId()), gt("seq", after)), bySeq(limit))
                .map(row -> new Placed<>(Fields.number(row, "seq"), FrameworkDocument.readSkill(row)))
                .collect()
                .asList();
    }

    /** A role of any framework the organisation has in force. */
    public Uni<Optional<RoleProfile>> role(String tenant, String roleId) {
        return all(tenant)
                .map(inForce -> inForce.stream().map(FrameworkInForce::importId).toList())
                .chain(imports -> database.frameworkRoles()
                        .find(and(eq("tenant", tenant), eq("roleId", roleId), in("importId", imports)))
                        .toUni())
                .map((Document found) -> Optional.ofNullable(found).map(FrameworkDocument::readRole));
    }

    private static FindOptions bySeq(int limit) {
        return new FindOptions().sort(Sorts.ascending("seq")).limit(limit);
    }
}
