package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.person.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written by statement, because a newer version may be there already; read here. */
@Entity
@Immutable
@Table(name = "person")
class PersonRow {

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "version")
    int version;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "login")
    String login;

    @Column(name = "manager_id")
    UUID managerId;

    @Column(name = "unit_name")
    String unitName;

    @Column(name = "active")
    boolean active;

    Person person() {
        return new Person(personId, displayName, login, managerId, unitName, active);
    }
}
