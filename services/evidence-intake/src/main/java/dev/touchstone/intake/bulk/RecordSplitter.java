package dev.touchstone.intake.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes a file of any size apart into its records, one at a time. A record ends with its line; in CSV a line break within
 * quotes is part of the record (RFC 4180 section 2.6). A quote holds together only where a value begins with it (section
 * 2.5): one within a value, such as that of inches, would join its record with all that follow. Works on bytes: in UTF-8
 * no other character has the byte of a quote, a separator or a line break in it. A record longer than {@value #LONGEST} bytes is cut off there, and the next one begins
 * with the next line, so that a quote that is never closed costs that much of a file and not all of it.
 */
public final class RecordSplitter {

    public static final int LONGEST = 131_072;

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private final InputStream input;
    private final boolean quoted;
    private long line = 1;

    /** @param quoted whether quotes hold line breaks together, as in CSV */
    public RecordSplitter(InputStream input, boolean quoted) throws IOException {
        this.input = new BufferedInputStream(input, 65_536);
        this.quoted = quoted;
        skipMark();
    }

    /** The next record that is not empty; nothing at the end of the file. */
    public Optional<RawRecord> next() throws IOException {
        while (true) {
            long begins = line;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            boolean more = read(bytes);
            RawRecord found = new RawRecord(begins, withoutReturn(bytes.toByteArray()), bytes.size() > LONGEST);
            if (!isBlank(found.bytes())) {
                return Optional.of(found);
            }
            if (!more) {
                return Optional.empty();
            }
        }
    }

    /** False at the end of the file. */
    private boolean read(ByteArrayOutputStream bytes) throws IOException {
        boolean within = false;
        boolean ended = false;
        int before = '\n';
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == '\n') {
                line++;
                if (!within || bytes.size() > LONGEST) {
                    return true;
                }
            }
            boolean endsNow = within && next == '"';
            if (next == '"' && quoted) {
                within = !within && (ended || beginsValue(before));
            }
            ended = endsNow;
            before = next;
            if (bytes.size() <= LONGEST) {
                bytes.write(next);
            }
        }
        return false;
    }

    private static boolean beginsValue(int before) {
        return before == ',' || before == ';' || before == '\n';
    }

    private void skipMark() throws IOException {
        input.mark(BYTE_ORDER_MARK.length);
        for (int expected : BYTE_ORDER_MARK) {
            if (input.read() != expected) {
                input.reset();
                return;
            }
        }
    }

    private static byte[] withoutReturn(byte[] bytes) {
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, length - 1) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
                return false;
            }
        }
        return true;
    }
}
