package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.seal.Seal;
import java.util.UUID;

/** Seals secrets of connections, each for its own organisation and connection. */
public final class SecretBox {

    private final Seal seal;

    /** @throws IllegalArgumentException unless the key has {@value Seal#KEY_BYTES} bytes */
    public SecretBox(byte[] masterKey) {
        this.seal = new Seal(masterKey);
    }

    public byte[] seal(String tenant, UUID connectionId, byte[] secret) {
        return seal.seal(place(tenant, connectionId), secret);
    }

    /** For what this service tells others: only while they are the audience that it was sealed for does it open. */
    public byte[] seal(String tenant, UUID connectionId, String audience, byte[] secret) {
        return seal.seal(place(tenant, connectionId) + "/" + audience, secret);
    }

    /** @throws Seal.SealBroken if it was sealed with another key, for another connection, or altered */
    public byte[] open(String tenant, UUID connectionId, byte[] sealed) {
        return seal.open(place(tenant, connectionId), sealed);
    }

    /** @throws Seal.SealBroken also if it was sealed for another audience */
    public byte[] open(String tenant, UUID connectionId, String audience, byte[] sealed) {
        return seal.open(place(tenant, connectionId) + "/" + audience, sealed);
    }

    private static String place(String tenant, UUID connectionId) {
        return tenant + "/" + connectionId;
    }
}
