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
