package dev.touchstone.intake.structured;

import java.util.Arrays;

/** A byte sequence (RFC 8941 section 3.3.5). */
public record ByteSequence(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSequence sequence && Arrays.equals(bytes, sequence.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
