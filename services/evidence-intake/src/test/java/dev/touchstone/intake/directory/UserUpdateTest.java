package dev.touchstone.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.people.Change;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.Unit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserUpdateTest {

    private static final UUID DIRECTORY = new UUID(1, 1);
    private static final UUID USER = new UUID(2, 2);
    private static final DirectoryEmail WORK = new DirectoryEmail("Ada@Example.org", "work", true);
    private static final DirectoryUser ADA = user("ada@corp", List.of(WORK), "7", "Design", null, true);

    private final UserUpdate update = new UserUpdate(DIRECTORY, USER, LoginSource.NONE);

    @Test
    void aNewUserIsKnownByAllThatItStates() {
        // When
        PersonUpdate created = update.create(ADA, true);

        // Then
        assertThat(created.identities())
                .contains(
                        Identity.directoryUser(USER),
                        Identity.account("urn:touchstone:connection:" + DIRECTORY, "ada@corp"),
                        Identity.platformUser(DIRECTORY, "oid"),
                        Identity.employeeNumber("7"),
                        Identity.email("ada@example.org"));
        assertThat(created.displayName()).isEqualTo(Change.to("Ada Lovelace"));
        assertThat(created.email()).isEqualTo(Change.to("Ada@Example.org"));
        assertThat(created.unit()).isEqualTo(Change.to(new Unit("design", "Design")));
        assertThat(created.active()).isEqualTo(Change.to(true));
        assertThat(created.login().stated()).isFalse();
    }

    @Test
    void aNewUserTakesNothingAwayThatItDoesNotState() {
        // When
        PersonUpdate created = update.create(user("ada@corp", List.of(), null, null, null, true), true);

        // Then
        assertThat(created.email().stated()).isFalse();
        assertThat(created.employeeNumber().stated()).isFalse();
        assertThat(created.unit().stated()).isFalse();
        assertThat(created.manager().stated()).isFalse();
    }

    @Test
    void onlyWhatTheDirectoryChangedIsStated() {
        // Given
        DirectoryEmail other = new DirectoryEmail("ada@new.example", "work", true);

        // When
        PersonUpdate changed =
                update.change(ADA, user("ada@corp", List.of(other), "7", null, USER.toString(), false), false, false);

        // Then
        assertThat(changed.email()).isEqualTo(Change.to("ada@new.example"));
        assertThat(changed.unit()).isEqualTo(Change.removed());
        assertThat(changed.manager()).isEqualTo(Change.to(Identity.directoryUser(USER)));
        assertThat(changed.active()).isEqualTo(Change.to(false));
        assertThat(changed.displayName().stated()).isFalse();
        assertThat(changed.employeeNumber().stated()).isFalse();
    }

    @Test
    void theDepartmentOfSomebodyInAGroupDoesNotMoveThem() {
        // When
        PersonUpdate changed =
                update.change(ADA, user("ada@corp", List.of(WORK), "7", "Sales", null, true), true, true);

        // Then
        assertThat(changed.unit().stated()).isFalse();
    }

    @Test
    void aManagerWhoIsNoUserIsAnEmployeeNumber() {
        // When
        PersonUpdate created = update.create(user("ada@corp", List.of(), null, null, "8", true), true);

        // Then
        assertThat(created.manager()).isEqualTo(Change.to(Identity.employeeNumber("8")));
    }

    @Test
    void whatCannotBeAnAddressIsNamedWithoutBeingRepeated() {
        assertThatThrownBy(() -> update.create(
                        user("ada@corp", List.of(new DirectoryEmail("secret", "work", true)), null, null, null, true),
                        true))
                .isInstanceOf(InvalidUser.class)
                .hasMessageStartingWith("emails.value")
                .hasMessageNotContaining("secret");
    }

    private static final DirectoryUser SIGNING_IN = new DirectoryUser(
            "ada@corp",
            "oid",
            "Ada",
            "Lovelace",
            null,
            null,
            null,
            true,
            List.of(WORK),
            "7",
            "Design",
            null,
            "sub-ada");

    @ParameterizedTest
    @CsvSource({"USER_NAME,ada@corp", "EXTERNAL_ID,oid", "LOGIN,sub-ada"})
    void theLoginIsTheAttributeThatTheDirectoryWasToldOf(LoginSource source, String login) {
        // When
        PersonUpdate created = new UserUpdate(DIRECTORY, USER, source).create(SIGNING_IN, true);

        // Then
        assertThat(created.login()).isEqualTo(Change.to(login));
        assertThat(created.identities()).contains(Identity.login(login));
    }

    @Test
    void aLoginThatTheDirectoryTakesAwayOpensNothingMore() {
        // When
        PersonUpdate changed = new UserUpdate(DIRECTORY, USER, LoginSource.LOGIN).change(SIGNING_IN, ADA, true, false);

        // Then
        assertThat(changed.login()).isEqualTo(Change.removed());
    }

    private static DirectoryUser user(
            String userName,
            List<DirectoryEmail> emails,
            String number,
            String department,
            String manager,
            boolean active) {
        return new DirectoryUser(
                userName,
                "oid",
                "Ada",
                "Lovelace",
                null,
                null,
                null,
                active,
                emails,
                number,
                department,
                manager,
                null);
    }
}
