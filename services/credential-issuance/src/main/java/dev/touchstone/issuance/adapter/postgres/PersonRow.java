package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.award.Earner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** A person as known here. */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    @Column(name = "person_id")
    UUID id;

    @Column(name = "tenant_id", length = 40)
    String tenant;

    long version;

    @Column(name = "display_name", columnDefinition = "text")
    String displayName;

    @Column(columnDefinition = "text")
    String email;

    @Column(columnDefinition = "text")
    String login;

    Earner earner() {
        return new Earner(id, Optional.ofNullable(email));
    }
}
