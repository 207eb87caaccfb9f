package dev.touchstone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.touchstone.embedded.Ports;
import dev.touchstone.local.process.Pid;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with the real stack and stand-ins for the services. */
class LauncherIT {
    @TempDir
    private Path directory;

    private FakeRepository repository;

    @BeforeEach
    void createRepository() throws Exception {
        repository = new FakeRepository(directory);
    }

    @AfterEach
    void stopEverything() throws Exception {
        repository.run("down");
        repository.close();
    }

    @Test
    void startsEverythingAndStopsItAgain() throws Exception {
        // When
        var up = repository.run("up");

        // Then
        assertThat(up.status()).isZero();
        assertThat(up.output()).contains("postgresql", "kafka", "openid", "mongodb", "skills-profile", "ready after");
        assertThat(repository.run("status").status()).isZero();
        assertThat(repository.run("logs", "assessment").output()).contains("user=assessment");
        assertThat(repository.run("down").output())
                .contains("evidence-intake      stopped", "stack                stopped");
        assertThat(repository.run("status").status()).isEqualTo(3);
        assertThat(Ports.isFree(repository.port(Port.POSTGRESQL))).isTrue();
        assertThat(Ports.isFree(repository.port(Port.KAFKA))).isTrue();
    }

    @Test
    void startingTwiceIsHarmless() throws Exception {
        // Given
        repository.run("up");
        var before = process("assessment");

        // When
        var second = repository.run("up");

        // Then
        assertThat(second.status()).isZero();
        assertThat(second.output()).contains("assessment           runs already (pid " + before.pid() + ")");
        assertThat(process("assessment")).isEqualTo(before);
    }

    @Test
    void restartsOnlyWhatHasDied() throws Exception {
        // Given
        repository.run("up");
        var survivor = process("assessment");
        var victim = process("credential-issuance");
        victim.destroyForcibly();
        await().untilAsserted(() -> assertThat(victim.isAlive()).isFalse());
        var status = repository.run("status");

        // When
        repository.run("up");

        // Then
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.output())
                .containsPattern("credential-issuance +DIED .* see \\./touchstone logs credential-issuance");
        assertThat(process("assessment")).isEqualTo(survivor);
        assertThat(repository.run("status").status()).isZero();
    }

    @Test
    void comesUpOnTheDataThatAKilledStackHasLeft() throws Exception {
        // Given
        repository.run("up");
        var stack = process("stack");
        stack.destroyForcibly();
        await().untilAsserted(() -> assertThat(stack.isAlive()).isFalse());

        // When
        var again = repository.run("up");

        // Then
        assertThat(again.status()).isZero();
        assertThat(repository.run("status").status()).isZero();
    }

    @Test
    void namesEveryTakenPortBeforeItStartsAnything() throws Exception {
        try (var kafka = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var profile = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            repository.move(Port.KAFKA, kafka.getLocalPort());
            repository.move(Port.SKILLS_PROFILE, profile.getLocalPort());

            // When
            var up = assertThatThrownBy(() -> repository.run("up"));

            // Then
            var self = "process " + ProcessHandle.current().pid() + " (java)";
            up.isInstanceOf(UserError.class)
                    .hasMessageContaining("port " + kafka.getLocalPort() + " is taken by " + self
                            + "; TOUCHSTONE_KAFKA_PORT moves it")
                    .hasMessageContaining("TOUCHSTONE_SKILLS_PROFILE_PORT moves it")
                    .hasMessageContaining("Nothing was started");
            assertThat(repository.run("status").status()).isEqualTo(3);
        }
    }

    @Test
    void neverStopsAProcessThatOnlyHasTheNumber() throws Exception {
        // Given
        var stranger = new ProcessBuilder("sleep", "60").start();
        var pidFile = repository.home().run("assessment.pid");
        Files.createDirectories(pidFile.getParent());
        Files.writeString(pidFile, stranger.pid() + " 1000\n");

        // When
        var down = repository.run("down");

        // Then
        assertThat(down.output()).contains("assessment           had died");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        // Given
        Files.delete(directory.resolve("services/assessment/target/quarkus-app/quarkus-run.jar"));

        // When
        var up = assertThatThrownBy(() -> repository.run("up"));

        // Then
        up.isInstanceOf(UserError.class).hasMessageContaining("assessment is not built");
    }

    private ProcessHandle process(String part) {
        return new Pid(repository.home().run(part + ".pid")).process().orElseThrow();
    }
}
