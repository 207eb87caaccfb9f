package dev.touchstone.issuance.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A signed document as stored and served. It never changes. */
@Entity
@Table(name = "signed_document")
class SignedDocumentRow {

    @Id
    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Column(columnDefinition = "text")
    String document;
}
