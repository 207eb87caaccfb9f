package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import dev.touchstone.intake.adapter.postgres.StoredUser;
import dev.touchstone.intake.directory.DirectoryEmail;
import dev.touchstone.intake.directory.DirectoryUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users as SCIM writes them, and back. */
final class UserNodes {

    private UserNodes() {}

    /** What is blank is taken for absent: directories send empty strings for what they do not have. */
    static DirectoryUser read(User user) {
        Optional<Name> name = user.getName();
        Optional<EnterpriseUser> work = user.getEnterpriseUser();
        return new DirectoryUser(
                text(user.getUserName()),
                text(user.getExternalId()),
                text(name.flatMap(Name::getGivenName)),
                text(name.flatMap(Name::getFamilyName)),
                text(name.flatMap(Name::getFormatted)),
                text(user.getDisplayName()),
                text(user.getTitle()),
                user.isActive().orElse(true),
                user.getEmails().stream()
                        .filter(email -> text(email.getValue()) != null)
                        .map(email ->
                                new DirectoryEmail(text(email.getValue()), text(email.getType()), email.isPrimary()))
                        .toList(),
                text(work.flatMap(EnterpriseUser::getEmployeeNumber)),
                text(work.flatMap(EnterpriseUser::getDepartment)),
                text(work.flatMap(EnterpriseUser::getManager).flatMap(Manager::getValue)),
                text(Optional.ofNullable(user.path(Schemas.OWN).path("login").asText(null))));
    }

    static User write(StoredUser stored) {
        DirectoryUser user = stored.user();
        User node = User.builder()
                .id(stored.id().toString())
                .externalId(user.externalId())
                .userName(user.userName())
                .displayName(user.displayName())
                .title(user.title())
                .active(user.active())
                .meta(meta(stored.version(), stored.createdAt(), stored.changedAt()))
                .build();
        if (user.givenName() != null || user.familyName() != null || user.formattedName() != null) {
            node.setName(Name.builder()
                    .givenName(user.givenName())
                    .familyName(user.familyName())
                    .formatted(user.formattedName())
                    .build());
        }
        List<Email> emails = user.emails().stream().map(UserNodes::email).toList();
        if (!emails.isEmpty()) {
            node.setEmails(emails);
        }
        enterprise(user).ifPresent(node::setEnterpriseUser);
        if (user.login() != null) {
            Set<String> schemas = node.getSchemas();
            schemas.add(Schemas.OWN);
            node.setSchemas(schemas);
            node.set(Schemas.OWN, node.objectNode().put("login", user.login()));
        }
        return node;
    }

    static Meta meta(long version, Instant createdAt, Instant changedAt) {
        return Meta.builder()
                .created(createdAt)
                .lastModified(changedAt)
                .version(ETag.builder().weak(true).tag(Long.toString(version)).build())
                .build();
    }

    private static Email email(DirectoryEmail email) {
        return Email.builder()
                .value(email.value())
                .type(email.type())
                .primary(email.primary() ? Boolean.TRUE : null)
                .build();
    }

    private static Optional<EnterpriseUser> enterprise(DirectoryUser user) {
        if (user.employeeNumber() == null && user.department() == null && user.managerId() == null) {
            return Optional.empty();
        }
        EnterpriseUser work = new EnterpriseUser();
        work.setEmployeeNumber(user.employeeNumber());
        work.setDepartment(user.department());
        if (user.managerId() != null) {
            work.setManager(Manager.builder().value(user.managerId()).build());
        }
        return Optional.of(work);
    }

    static String text(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }
}
