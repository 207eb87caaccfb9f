package dev.touchstone.issuance.proof;

import java.util.Arrays;
import java.util.HexFormat;

/** The two SHA-256 digests that are signed, proof options first (vc-di-eddsa section 3.2.4). */
public record HashData(byte[] proofHash, byte[] documentHash) {

    public byte[] combined() {
        byte[] both = Arrays.copyOf(proofHash, proofHash.length + documentHash.length);
        System.arraycopy(documentHash, 0, both, proofHash.length, documentHash.length);
        return both;
    }

    public String documentHex() {
        return HexFormat.of().formatHex(documentHash);
    }

    public String proofHex() {
        return HexFormat.of().formatHex(proofHash);
    }
}
