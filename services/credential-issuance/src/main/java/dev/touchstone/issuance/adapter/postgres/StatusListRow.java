package dev.touchstone.issuance.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A status list as published. */
@Entity
@Table(name = "status_list")
@IdClass(StatusListRow.Key.class)
class StatusListRow {

    record Key(String tenant, int number) {}

    @Id
    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Id
    int number;

    int revision;

    @Column(columnDefinition = "text")
    String encoded;

    @Column(columnDefinition = "text")
    String document;

    @Column(name = "created_at")
    Instant createdAt;
}
