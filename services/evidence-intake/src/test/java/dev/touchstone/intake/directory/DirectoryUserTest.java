package dev.touchstone.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryUserTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Shown,Formatted,Ada,Lovelace,Shown",
                "-,Formatted,Ada,Lovelace,Formatted",
                "-,-,Ada,Lovelace,Ada Lovelace",
                "-,-,-,Lovelace,Lovelace",
                "' ',-,-,-,ada@corp"
            })
    void theNameIsTheFirstThatDirectoriesFill(
            String display, String formatted, String given, String family, String shown) {
        // When
        DirectoryUser user = new DirectoryUser(
                "ada@corp", null, given, family, formatted, display, null, true, null, null, null, null, null);

        // Then
        assertThat(user.shownName()).isEqualTo(shown);
    }

    @Test
    void theAddressIsThePrimaryOneElseTheOneForWork() {
        DirectoryEmail home = new DirectoryEmail("home@x.example", "home", false);
        DirectoryEmail work = new DirectoryEmail("work@x.example", "work", false);
        DirectoryEmail primary = new DirectoryEmail("primary@x.example", "other", true);

        assertThat(with(List.of(home, work, primary)).email()).contains("primary@x.example");
        assertThat(with(List.of(home, work)).email()).contains("work@x.example");
        assertThat(with(List.of(home)).email()).contains("home@x.example");
        assertThat(with(List.of()).email()).isEmpty();
    }

    @Property
    void changesOfDifferentAttributesAtTheSameTimeAreBothKept(
            @ForAll("users") DirectoryUser base, @ForAll("words") String title, @ForAll("words") String department) {
        // Given
        DirectoryUser titled = new DirectoryUser(
                base.userName(),
                base.externalId(),
                base.givenName(),
                base.familyName(),
                base.formattedName(),
                base.displayName(),
                title,
                base.active(),
                base.emails(),
                base.employeeNumber(),
                base.department(),
                base.managerId(),
                base.login());
        DirectoryUser moved = new DirectoryUser(
                base.userName(),
                base.externalId(),
                base.givenName(),
                base.familyName(),
                base.formattedName(),
                base.displayName(),
                base.title(),
                !base.active(),
                base.emails(),
                base.employeeNumber(),
                department,
                base.managerId(),
                base.login());

        // When
        DirectoryUser both = titled.with(base, moved);

        // Then
        assertThat(both).isEqualTo(moved.with(base, titled));
        assertThat(both.title()).isEqualTo(title);
        assertThat(both.department()).isEqualTo(department);
        assertThat(both.active()).isNotEqualTo(base.active());
        assertThat(both.with(base, moved)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7,a,ada,7,b,other,true",
                "7,a,ada,8,a,ada,false",
                "-,a,ada,8,a,other,true",
                "-,a,ada,-,b,ada,false",
                "-,-,ada,-,b,ADA,true",
                "-,-,ada,-,b,ben,false"
            })
    void whoComesBackIsToldByTheStrongestThatBothState(
            String number,
            String external,
            String name,
            String newNumber,
            String newExternal,
            String newName,
            boolean same) {
        assertThat(Returning.isSame(known(name, external, number), known(newName, newExternal, newNumber)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(value = {"Design,design", "R&D Zürich,r-d-zurich", "--Très  long--,tres-long", "HR,unit-", "研究開発,unit-"})
    void unitsHaveIdsThatEveryServiceTakes(String name, String slug) {
        assertThat(Units.slug(name)).startsWith(slug).matches("[a-z0-9][a-z0-9-]{1,78}[a-z0-9]");
    }

    @Property
    void everyNameMakesAUnitId(@ForAll String name) {
        assertThat(Units.slug(name)).matches("[a-z0-9][a-z0-9-]{1,78}[a-z0-9]").isEqualTo(Units.slug(name));
        assertThat(Units.free("design", List.of("design", "design-2"))).isEqualTo("design-3");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        DirectoryUser many = with(Collections.nCopies(21, new DirectoryEmail("a@x.example", null, false)));

        assertThatThrownBy(() -> UserRules.check(many)).hasMessage("emails must have at most 20 values");
        assertThatThrownBy(() -> UserRules.check(known("x".repeat(256), null, null)))
                .hasMessage("userName must have at most 255 characters");
        assertThatThrownBy(() -> UserRules.check(known(" ", null, null))).hasMessage("userName is required");
    }

    @Provide
    Arbitrary<DirectoryUser> users() {
        Arbitrary<String> text = words().injectNull(0.3);
        return Combinators.combine(words(), text, text, text, text, Arbitraries.of(true, false))
                .as((name, external, given, title, department, active) -> new DirectoryUser(
                        name, external, given, null, null, null, title, active, null, null, department, null, null));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5).map(word -> "new" + word);
    }

    private static DirectoryUser with(List<DirectoryEmail> emails) {
        return new DirectoryUser("ada", null, null, null, null, null, null, true, emails, null, null, null, null);
    }

    private static DirectoryUser known(String name, String external, String number) {
        return new DirectoryUser(name, external, null, null, null, null, null, true, null, number, null, null, null);
    }
}
