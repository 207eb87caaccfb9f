package dev.touchstone.local;

import dev.touchstone.embedded.Ports;
import dev.touchstone.local.part.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A repository whose services are fakes, with the real stack on free ports. */
final class FakeRepository {
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    FakeRepository(Path root) throws IOException {
        this.root = root;
        for (var port : Port.values()) {
            environment.put(port.variable(), Integer.toString(Ports.free()));
        }
        shareBinaries();
        for (var service : Service.values()) {
            jar(root.resolve("services/" + service.label() + "/target/quarkus-app/quarkus-run.jar"));
        }
    }

    /** What a command said, and how it ended. */
    record Outcome(int status, String output) {}

    /** Takes the link away before the directory around it is deleted. */
    void close() throws IOException {
        Files.delete(home().data("postgresql").resolve("binaries"));
    }

    Home home() {
        return new Home(root);
    }

    int port(Port port) {
        return Integer.parseInt(environment.get(port.variable()));
    }

    void move(Port port, int number) {
        environment.put(port.variable(), Integer.toString(number));
    }

    Outcome run(String name, String... arguments) throws Exception {
        var output = new ByteArrayOutputStream();
        var context =
                new Context(home(), new Settings(environment), new PrintStream(output, true, StandardCharsets.UTF_8));
        var command = Launcher.commands(context).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        var status = command.run(List.of(arguments));
        return new Outcome(status, output.toString(StandardCharsets.UTF_8));
    }

    /** Unpacking PostgreSQL takes seconds, and is the same for every test. */
    private void shareBinaries() throws IOException {
        var shared = Files.createDirectories(Path.of(
                System.getProperty("java.io.tmpdir"), "touchstone-postgres-" + System.getProperty("user.name")));
        var data = Files.createDirectories(home().data("postgresql"));
        Files.createSymbolicLink(data.resolve("binaries"), shared);
    }

    private static void jar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
