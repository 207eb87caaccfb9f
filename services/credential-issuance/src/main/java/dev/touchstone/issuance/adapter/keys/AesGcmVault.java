package dev.touchstone.issuance.adapter.keys;

import dev.touchstone.chassis.seal.Seal;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.issuer.SigningKey;

/**
 * {@link KeyVault} under one master key. A key is sealed for its organisation and its public key, so a sealed key moved to
 * another row does not open.
 */
public final class AesGcmVault implements KeyVault {

    public static final int MASTER_KEY_BYTES = Seal.KEY_BYTES;

    private final Seal seal;

    /** @throws IllegalArgumentException unless the key has {@value #MASTER_KEY_BYTES} bytes */
    public AesGcmVault(byte[] masterKey) {
        this.seal = new Seal(masterKey);
    }

    @Override
    public byte[] seal(String tenant, SigningKey key) {
        return seal.seal(place(tenant, key.publicKey().text()), key.seed());
    }

    @Override
    public byte[] open(String tenant, String multikey, byte[] sealed) {
        return seal.open(place(tenant, multikey), sealed);
    }

    private static String place(String tenant, String multikey) {
        return tenant + "#" + multikey;
    }
}
