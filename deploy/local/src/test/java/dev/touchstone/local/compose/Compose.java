package dev.touchstone.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The repository's {@code docker-compose.yml}. */
final class Compose {
    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private final Map<String, Map<String, Object>> services;

    @SuppressWarnings("unchecked")
    private Compose(Map<String, Object> file) {
        this.services = (Map<String, Map<String, Object>>) file.get("services");
    }

    static Compose read() throws IOException {
        return new Compose(new Yaml().load(Files.readString(REPOSITORY.resolve("docker-compose.yml"))));
    }

    List<String> names() {
        return List.copyOf(services.keySet());
    }

    Map<String, Object> service(String name) {
        return services.get(name);
    }

    String image(String name) {
        return (String) services.get(name).get("image");
    }

    boolean isBuiltHere(String name) {
        return services.get(name).containsKey("build");
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String name) {
        return (Map<String, String>) services.get(name).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    List<String> ports(String name) {
        return (List<String>) services.get(name).getOrDefault("ports", List.of());
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, String>> dependencies(String name) {
        return (Map<String, Map<String, String>>) services.get(name).getOrDefault("depends_on", Map.of());
    }
}
