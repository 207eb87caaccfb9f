package dev.touchstone.issuance.status;

import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.proof.Did;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A status list as it is published (Bitstring Status List 1.0 section 2.2), before it is signed.
 *
 * @param created when the list was opened
 */
public record StatusList(URI address, Did.Web issuer, Instant created, Bitstring bits) {

    public static final String TYPE = "BitstringStatusListCredential";
    public static final String SUBJECT_TYPE = "BitstringStatusList";

    /** How long a reader may trust a copy; also the {@code max-age} of the answer. */
    public static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    public StatusList revoking(int index) {
        return new StatusList(address, issuer, created, bits.with(index));
    }

    public Map<String, Object> unsigned() {
        return Members.object()
                .with("@context", List.of("https://www.w3.org/ns/credentials/v2"))
                .with("id", address.toString())
                .with("type", List.of("VerifiableCredential", TYPE))
                .with("issuer", issuer.text())
                .with("validFrom", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .with(
                        "credentialSubject",
                        Members.object()
                                .with("id", address + "#list")
                                .with("type", SUBJECT_TYPE)
                                .with("statusPurpose", StatusEntry.REVOCATION)
                                .with("ttl", TIME_TO_LIVE.toMillis())
                                .with("encodedList", bits.encode())
                                .build())
                .build();
    }
}
