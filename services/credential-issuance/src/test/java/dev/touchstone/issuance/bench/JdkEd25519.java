package dev.touchstone.issuance.bench;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.proof.Ed25519;
import dev.touchstone.issuance.proof.Multikey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The JDK's own Ed25519, to be compared with. */
final class JdkEd25519 implements Ed25519 {

    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private final BouncyCastleEd25519 keys = new BouncyCastleEd25519();

    @Override
    public byte[] newSeed() {
        return keys.newSeed();
    }

    @Override
    public Multikey publicKey(byte[] seed) {
        return keys.publicKey(seed);
    }

    @Override
    public byte[] sign(byte[] seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE, seed))));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean verify(Multikey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(join(PUBLIC, key.publicKey()))));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
