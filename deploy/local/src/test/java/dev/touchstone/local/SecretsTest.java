package dev.touchstone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void keepsThemToTheirOwner() throws Exception {
        // When
        new Secrets(new Home(directory)).get("intake");

        // Then
        var file = directory.resolve(".touchstone/secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void staysTheSameForEver() {
        // Given
        var home = new Home(directory);
        var before = new Secrets(home);
        var password = before.get("intake");
        var key = before.key("issuance-master-key");

        // When
        var after = new Secrets(home);

        // Then
        assertThat(after.get("intake")).isEqualTo(password).isNotEqualTo(after.get("assessment"));
        assertThat(after.key("issuance-master-key")).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void writesNothingBeforeItIsAsked() {
        // When
        new Secrets(new Home(directory));

        // Then
        assertThat(directory.resolve(".touchstone")).doesNotExist();
    }
}
