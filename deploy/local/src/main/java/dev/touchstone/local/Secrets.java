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

/** Passwords made on this machine at first use and readable by their owner only. */
public final class Secrets {
    private static final int BYTES = 24;

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

    /** The secret of that name, the same for ever. */
    public synchronized String get(String name) {
        if (!known.containsKey(name)) {
            known.put(name, random());
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

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
