package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityKind;
import dev.touchstone.intake.people.Person;
import dev.touchstone.intake.people.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person as stored. */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    UUID id;

    @Column(name = "tenant_id", length = 40)
    String tenant;

    long version;
    boolean active;

    @Column(name = "display_name", length = 200)
    String displayName;

    @Column(length = 320)
    String email;

    @Column(length = 255)
    String login;

    @Column(name = "employee_number", length = 255)
    String employeeNumber;

    @Column(name = "unit_id", length = 80)
    String unitId;

    @Column(name = "unit_name", length = 200)
    String unitName;

    @Column(name = "manager_id")
    UUID managerId;

    @Column(name = "pending_manager_kind", length = 20)
    String pendingManagerKind;

    @Column(name = "pending_manager_value", length = 255)
    String pendingManagerValue;

    @Column(name = "job_title", length = 200)
    String jobTitle;

    /** Null unless the person was found to be another. */
    @Column(name = "merged_into")
    UUID mergedInto;

    @Column(name = "changed_at")
    Instant changedAt;

    static PersonRow of(String tenant, Person person) {
        PersonRow row = new PersonRow();
        row.id = person.id();
        row.tenant = tenant;
        row.take(person);
        return row;
    }

    final void take(Person person) {
        version = person.version();
        active = person.active();
        displayName = person.displayName();
        email = person.email();
        login = person.login();
        employeeNumber = person.employeeNumber();
        unitId = person.unit() == null ? null : person.unit().unitId();
        unitName = person.unit() == null ? null : person.unit().name();
        managerId = person.managerId();
        Identity pending = person.pendingManager();
        pendingManagerKind = pending == null ? null : pending.kind().word();
        pendingManagerValue = pending == null ? null : pending.value();
        jobTitle = person.jobTitle();
        changedAt = person.changedAt();
    }

    Person person() {
        return new Person(
                id,
                version,
                active,
                displayName,
                email,
                login,
                employeeNumber,
                unitId == null ? null : new Unit(unitId, unitName),
                managerId,
                pendingManagerKind == null
                        ? null
                        : new Identity(IdentityKind.of(pendingManagerKind), pendingManagerValue),
                jobTitle,
                changedAt);
    }
}
