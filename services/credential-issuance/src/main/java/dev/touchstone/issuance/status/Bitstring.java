package dev.touchstone.issuance.status;

import dev.touchstone.issuance.proof.Multibase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The bits of a status list, first bit leftmost (Bitstring Status List 1.0 section 3.3). Immutable.
 */
public final class Bitstring {

    /** The least a list may hold, so that one entry does not single out a person; also the size of every list made here. */
    public static final int SIZE = 131_072;

    /** A list of eight million entries. More is taken for a decompression bomb. */
    private static final int MAX_BYTES = 1 << 20;

    private final byte[] bytes;

    private Bitstring(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Bitstring empty() {
        return new Bitstring(new byte[SIZE / Byte.SIZE]);
    }

    /**
     * Reads an {@code encodedList}.
     *
     * @throws IllegalArgumentException when it is not base64url multibase, not gzip, shorter than {@value #SIZE} entries
     *     or larger than a megabyte
     */
    public static Bitstring decode(String encoded) {
        if (!encoded.startsWith("u")) {
            throw new IllegalArgumentException("the list is not base64url multibase");
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Multibase.decode(encoded)))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("the list is larger than " + MAX_BYTES + " bytes");
            }
            if (bytes.length < SIZE / Byte.SIZE) {
                throw new IllegalArgumentException("the list is shorter than " + SIZE + " entries");
            }
            return new Bitstring(bytes);
        } catch (IOException broken) {
            throw new IllegalArgumentException("the list is not gzip");
        }
    }

    public String encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Multibase.base64url(out.toByteArray());
    }

    public int size() {
        return bytes.length * Byte.SIZE;
    }

    /** @throws IndexOutOfBoundsException when the list has no such entry */
    public boolean isSet(int index) {
        return (bytes[checked(index) / Byte.SIZE] & mask(index)) != 0;
    }

    /** @throws IndexOutOfBoundsException when the list has no such entry */
    public Bitstring with(int index) {
        byte[] changed = bytes.clone();
        changed[checked(index) / Byte.SIZE] |= mask(index);
        return new Bitstring(changed);
    }

    private int checked(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("no entry " + index + " among " + size());
        }
        return index;
    }

    private static byte mask(int index) {
        return (byte) (1 << (Byte.SIZE - 1 - index % Byte.SIZE));
    }
}
