package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.UserFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a directory keeps here, for that directory. */
@ApplicationScoped
public class ReadDirectory {

    private final UnitOfWork unitOfWork;
    private final DirectoryUsers users;
    private final DirectoryGroups groups;
    private final DirectoryMembers members;

    ReadDirectory(UnitOfWork unitOfWork, DirectoryUsers users, DirectoryGroups groups, DirectoryMembers members) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.groups = groups;
        this.members = members;
    }

    /** A page of a list, and how long that is as a whole. */
    public record Listed<T>(List<T> items, long total) {}

    /** @throws ProblemException not found, through the result */
    public Uni<StoredUser> user(Connection directory, UUID id) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> users.live(session, directory, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("user")));
    }

    public Uni<Listed<StoredUser>> users(Connection directory, UserFilter filter, long skip, int most) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> users.count(session, directory, filter)
                        .chain(total -> most == 0 || skip >= total
                                ? Uni.createFrom().item(new Listed<>(List.<StoredUser>of(), total))
                                : users.page(session, directory, filter, skip, most)
                                        .map(page -> new Listed<>(page, total))));
    }

    /**
     * @param whole with its members
     * @throws ProblemException not found, through the result
     */
    public Uni<StoredGroup> group(Connection directory, UUID id, boolean whole) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> groups.find(session, directory, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("group"))
                        .chain(group -> whole(session, directory, List.of(group), whole))
                        .map(found -> found.get(0)));
    }

    /** @param whole with their members */
    public Uni<Listed<StoredGroup>> groups(
            Connection directory, UserFilter filter, long skip, int most, boolean whole) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> groups.count(session, directory, filter)
                        .chain(total -> most == 0 || skip >= total
                                ? Uni.createFrom().item(new Listed<>(List.<StoredGroup>of(), total))
                                : groups.page(session, directory, filter, skip, most)
                                        .chain(page -> whole(session, directory, page, whole))
                                        .map(page -> new Listed<>(page, total))));
    }

    private Uni<List<StoredGroup>> whole(
            Mutiny.Session session, Connection directory, List<StoredGroup> page, boolean whole) {
        if (!whole) {
            return Uni.createFrom().item(page);
        }
        return members.of(
                        session,
                        directory.tenant(),
                        page.stream().map(group -> group.group().id()).toList())
                .map(found -> page.stream()
                        .map(group ->
                                group.with(found.getOrDefault(group.group().id(), Map.of())))
                        .toList());
    }
}
