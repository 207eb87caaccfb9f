package dev.touchstone.intake.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A way to prove who one is that is checked with nothing but the live secrets. */
public sealed interface LocalProfile extends VerifierProfile
        permits HmacProfile,
                StandardWebhooksProfile,
                HttpSignatureProfile,
                BasicProfile,
                BearerProfile,
                StaticHeaderProfile,
                FormCredentialsProfile,
                UnsignedProfile {

    /**
     * Never throws, whatever was sent.
     *
     * @param secrets key material of the live secrets, any of which is good
     * @return why the request is not authentic; empty if it is
     */
    Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now);
}
