package dev.touchstone.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/** The container images of the tests, the same as those of {@code docker-compose.yml}. */
final class Images {

    private static final Properties NAMES = load();

    private Images() {}

    static DockerImageName kafka() {
        return image("kafka");
    }

    static DockerImageName postgres() {
        return image("postgres");
    }

    static DockerImageName mongo() {
        return image("mongo");
    }

    private static DockerImageName image(String name) {
        return DockerImageName.parse(NAMES.getProperty(name));
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStream file = Images.class.getResourceAsStream("/touchstone-images.properties")) {
            names.load(file);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
