package dev.touchstone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.local.part.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code touchstone} script in a repository that is none, with stand-ins for Java and Maven. */
class ScriptTest {
    private static final Instant SOURCES_WRITTEN = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant JARS_WRITTEN = Instant.parse("2026-11-02T08:00:00Z");

    @TempDir
    private Path directory;

    private Path repository;
    private Path tools;

    /** What the script printed, and how it ended. */
    private record Outcome(int status, String output) {}

    @BeforeEach
    void createRepository() throws Exception {
        repository = Files.createDirectories(directory.resolve("a repository"));
        tools = Files.createDirectories(directory.resolve("tools"));
        Files.copy(Path.of("../../touchstone"), repository.resolve("touchstone"));
        write("pom.xml", SOURCES_WRITTEN);
        write("contracts/asyncapi.yaml", SOURCES_WRITTEN);
        write("deploy/embedded/src/main/java/Kafka.java", SOURCES_WRITTEN);
        write("deploy/local/target/touchstone-launcher.jar", JARS_WRITTEN);
        write("services/chassis/src/main/java/Event.java", SOURCES_WRITTEN);
        write("services/chassis-postgres/src/main/java/Outbox.java", SOURCES_WRITTEN);
        for (var service : Service.values()) {
            write("services/" + service.label() + "/src/main/java/Main.java", SOURCES_WRITTEN);
            write("services/" + service.label() + "/target/quarkus-app/quarkus-run.jar", JARS_WRITTEN);
        }
        java("17.0.15");
        maven("3.8.7");
        tool("javac", "exit 0");
    }

    @Test
    void handsOverToTheLauncherWhenEverythingIsBuilt() throws Exception {
        // When
        var up = run("up", "--now");

        // Then
        assertThat(up.status()).isZero();
        assertThat(up.output()).contains("/deploy/local/target/touchstone-launcher.jar up --now");
        assertThat(up.output()).contains("-Dtouchstone.home=" + repository.toRealPath());
        assertThat(up.output()).doesNotContain("mvn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "contracts/asyncapi.yaml",
                "deploy/embedded/src/main/java/Kafka.java",
                "services/chassis/src/main/java/Event.java",
                "services/assessment/src/main/java/Main.java"
            })
    void buildsWhenASourceIsNewerThanTheJars(String source) throws Exception {
        // Given
        write(source, JARS_WRITTEN.plusSeconds(60));

        // When
        var up = run("up");

        // Then
        assertThat(up.output()).contains("mvn -q -B").contains("touchstone-launcher.jar up");
    }

    @Test
    void buildsWhenAJarIsMissing() throws Exception {
        // Given
        Files.delete(repository.resolve("services/skills-profile/target/quarkus-app/quarkus-run.jar"));

        // When
        var demo = run("demo");

        // Then
        assertThat(demo.output()).contains("mvn -q -B").contains("touchstone-launcher.jar demo");
    }

    @Test
    void doesNotBuildForATestOrForAGlance() throws Exception {
        // Given
        write("services/assessment/src/test/java/MainTest.java", JARS_WRITTEN.plusSeconds(60));
        var up = run("up");
        write("pom.xml", JARS_WRITTEN.plusSeconds(60));

        // When
        var status = run("status");

        // Then
        assertThat(up.output()).doesNotContain("mvn");
        assertThat(status.output()).doesNotContain("mvn").contains("touchstone-launcher.jar status");
    }

    @Test
    void startsNothingAfterABuildThatFailed() throws Exception {
        // Given
        write("pom.xml", JARS_WRITTEN.plusSeconds(60));
        tool("mvn", "[ \"$1\" = -version ] && echo 'Apache Maven 3.9.9' && exit 0; exit 1");

        // When
        var up = run("up");

        // Then
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.output()).contains("the build failed").doesNotContain("-jar");
    }

    @Test
    void saysThatNothingRunsBeforeTheFirstBuild() throws Exception {
        // Given
        Files.delete(repository.resolve("deploy/local/target/touchstone-launcher.jar"));

        // When
        var down = run("down");

        // Then
        assertThat(down.status()).isEqualTo(1);
        assertThat(down.output()).contains("./touchstone up builds and starts it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.22", "1.8.0_402", "16"})
    void refusesAnOldJava(String version) throws Exception {
        // Given
        java(version);

        // When
        var up = run("up");

        // Then
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.output()).contains("a JDK 17 or later is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21.0.4", "25-ea"})
    void takesANewJava(String version) throws Exception {
        // Given
        java(version);

        // When
        var up = run("up");

        // Then
        assertThat(up.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.7", "2.2.1"})
    void refusesAnOldMaven(String version) throws Exception {
        // Given
        write("pom.xml", JARS_WRITTEN.plusSeconds(60));
        maven(version);

        // When
        var up = run("up");

        // Then
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.output()).contains("is Maven " + version + "; 3.8 or later is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "3.9.11", "3.10.0", "4.0.0"})
    void takesANewMaven(String version) throws Exception {
        // Given
        write("pom.xml", JARS_WRITTEN.plusSeconds(60));
        maven(version);

        // When
        var up = run("up");

        // Then
        assertThat(up.status()).isZero();
    }

    private Outcome run(String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of("sh", repository.resolve("touchstone").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private void java(String version) throws IOException {
        tool(
                "java",
                "[ \"$1\" = -version ] && echo 'openjdk version \"" + version
                        + "\" 2026-01-01' >&2 || echo \"java $*\"");
    }

    private void maven(String version) throws IOException {
        tool("mvn", "[ \"$1\" = -version ] && echo 'Apache Maven " + version + "' || echo \"mvn $*\"");
    }

    private void tool(String name, String body) throws IOException {
        var file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String path, Instant modified) throws IOException {
        var file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
