package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.issuance.adapter.postgres.Credentials;
import dev.touchstone.issuance.adapter.postgres.Credentials.Position;
import dev.touchstone.issuance.adapter.postgres.StoredCredential;
import dev.touchstone.issuance.publication.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Lists of credentials, newest first, page by page. */
@ApplicationScoped
class CredentialPages {

    private static final String SEPARATOR = "|";

    private final Credentials credentials;
    private final PublicAddresses addresses;

    CredentialPages(Credentials credentials, PublicAddresses addresses) {
        this.credentials = credentials;
        this.addresses = addresses;
    }

    /** @param personId whose; null for everybody's */
    Uni<Page<CredentialView>> page(String tenant, UUID personId, String cursor, Integer limit) {
        int size = Cursor.limit(limit);
        Position behind = Cursor.decode(cursor).map(CredentialPages::position).orElse(null);
        Instant now = Instant.now();
        return credentials
                .page(tenant, personId, behind, size)
                .map(rows ->
                        Page.of(rows, size, row -> CredentialView.of(row, addresses, now), CredentialPages::position));
    }

    private static String position(StoredCredential stored) {
        return stored.award().issuedAt() + SEPARATOR + stored.credential().id();
    }

    private static Position position(String text) {
        try {
            int at = text.indexOf(SEPARATOR);
            return new Position(Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalidCursor();
        }
    }
}
