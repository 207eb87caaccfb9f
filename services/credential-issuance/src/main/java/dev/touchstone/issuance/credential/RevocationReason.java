package dev.touchstone.issuance.credential;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a credential no longer holds, as everybody may read it. */
public enum RevocationReason {
    ISSUED_IN_ERROR,
    DECISION_OVERTURNED,
    EVIDENCE_WITHDRAWN,
    KEY_COMPROMISE,
    /** Another took its place, which names the earner as they are known since they were merged. */
    REISSUED,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RevocationReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
