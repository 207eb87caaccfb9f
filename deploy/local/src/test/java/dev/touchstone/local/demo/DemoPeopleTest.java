package dev.touchstone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.local.demo.DemoPeople.Person;
import dev.touchstone.local.demo.DemoPeople.Unit;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
    private static final Set<String> ROLES =
            Set.of("employee", "manager", "assessor", "moderator", "issuer-admin", "integration-admin");

    private final DemoPeople people = DemoPeople.load();

    @Test
    void northwindHasThirtyPeopleInThreeUnits() {
        // When
        var northwind = people.organisations().get(0);

        // Then
        var units = northwind.units().stream().map(Unit::unitId).collect(Collectors.toSet());
        assertThat(northwind.people()).hasSize(30).allMatch(person -> units.contains(person.unitId()));
        assertThat(units).hasSize(3);
        assertThat(people.accounts()).isNotNull();
    }

    @Test
    void everyManagerIsAPersonWithThatRole() {
        // When
        var northwind = people.organisations().get(0);

        // Then
        var managers = northwind.people().stream()
                .filter(person -> person.groups().contains("manager"))
                .map(Person::login)
                .collect(Collectors.toSet());
        assertThat(northwind.units()).allMatch(unit -> managers.contains(unit.manager()));
        assertThat(northwind.people())
                .allMatch(
                        person -> person.managerLogin().map(managers::contains).orElse(true));
        assertThat(northwind.people().stream().filter(person -> person.manager() == null))
                .hasSize(1);
    }

    @Test
    void everyRoleIsHeldBySomebody() {
        // When
        var held = people.organisations().stream()
                .flatMap(organisation -> organisation.people().stream())
                .flatMap(person -> person.groups().stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(held).isEqualTo(ROLES);
    }
}
