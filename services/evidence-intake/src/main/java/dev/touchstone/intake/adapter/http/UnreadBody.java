package dev.touchstone.intake.adapter.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * What is left of a body that is refused before its end. Many clients read no answer before they have sent everything:
 * they would wait for ever, or see a broken connection and no reason. What is longer than this they do.
 */
final class UnreadBody {

    private static final long MOST = 64L * 1024 * 1024;

    private UnreadBody() {}

    static void discard(InputStream body) {
        byte[] block = new byte[65_536];
        long discarded = 0;
        try {
            int read = body.read(block);
            while (read >= 0 && discarded < MOST) {
                discarded += read;
                read = body.read(block);
            }
        } catch (IOException senderIsGone) {
            // then nobody waits for an answer
        }
    }
}
