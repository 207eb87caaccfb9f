package dev.touchstone.local;

import dev.touchstone.embedded.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Passwords made on this machine at first use and readable by their owner only. */
public final class Secrets {
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Map<String, String> known = new TreeMap<>();

    /** Reads what is there; nothing is written before something new is asked for. */
    public Secrets(Home home) {
        this.file = home.secrets();
        try {
            if (Files.exists(file)) {
                var properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of that name, the same for ever. */
    public String get(String name) {
        return get(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
    }

    /** The key of that name, the same for ever: 32 bytes in Base64. */
    public String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    private synchronized String get(String name, Supplier<String> maker) {
        if (!known.containsKey(name)) {
            known.put(name, maker.get());
            save();
        }
        return known.get(name);
    }

    private void save() {
        var text = new StringBuilder("# Made at first use. The data directory opens with these only.\n");
        known.forEach(
                (name, secret) -> text.append(name).append('=').append(secret).append('\n'));
        try {
            Files.createDirectories(file.getParent());
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
