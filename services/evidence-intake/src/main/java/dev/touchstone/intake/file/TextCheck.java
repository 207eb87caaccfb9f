package dev.touchstone.intake.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Whether bytes, block by block, are text: UTF-8 without other control characters than those that break lines. */
final class TextCheck {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer characters = CharBuffer.allocate(8192);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** False once it cannot be text any more. */
    boolean accepts(byte[] block, boolean last) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + block.length);
        bytes.put(rest).put(block).flip();
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, last);
            characters.flip();
            if (result.isError() || characters.chars().anyMatch(TextCheck::isForbidden)) {
                return false;
            }
        } while (result.isOverflow());
        rest = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        return true;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                && character != '\n'
                && character != '\r'
                && character != '\t'
                && character != '\f';
    }
}
