package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.issuer.IssuerProfile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** An organisation's profile as stored. */
@Entity
@Table(name = "issuer")
class IssuerRow {

    @Id
    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Column(length = 200)
    String name;

    @Column(length = 1000)
    String url;

    @Column(length = 320)
    String email;

    @Column(length = 2000)
    String description;

    @Column(length = 1000)
    String image;

    @Column(name = "created_at")
    Instant createdAt;

    IssuerProfile profile() {
        return new IssuerProfile(
                name,
                Optional.ofNullable(url).map(URI::create),
                Optional.ofNullable(email),
                Optional.ofNullable(description),
                Optional.ofNullable(image).map(URI::create));
    }
}
