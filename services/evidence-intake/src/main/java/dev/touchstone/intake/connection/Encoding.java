package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How bytes are written as text. */
public enum Encoding {
    HEX,
    BASE64,
    /** With or without padding. */
    BASE64URL,
    /** The characters themselves; for secrets only. */
    UTF8;

    /** Empty if the text is not in this encoding. */
    Optional<byte[]> decode(String text) {
        try {
            return Optional.of(
                    switch (this) {
                        case HEX -> HexFormat.of().parseHex(text);
                        case BASE64 -> Base64.getDecoder().decode(text);
                        case BASE64URL -> Base64.getUrlDecoder().decode(text);
                        case UTF8 -> text.getBytes(StandardCharsets.UTF_8);
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
