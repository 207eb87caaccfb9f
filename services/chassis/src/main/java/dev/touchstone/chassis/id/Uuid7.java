package dev.touchstone.chassis.id;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers, UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 74 random bits. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** An identifier that sorts among those made at {@code epochMillis}. */
    public static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
