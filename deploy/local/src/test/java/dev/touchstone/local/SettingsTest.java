package dev.touchstone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void usesTheUsualPortsWhenNobodySaysOtherwise() {
        // When
        var settings = new Settings(Map.of("TOUCHSTONE_OPENID_PORT", " "));

        // Then
        assertThat(settings.http(Port.OPENID)).isEqualTo("http://localhost:8089");
        assertThat(settings.kafka()).isEqualTo("localhost:19092");
        assertThat(settings.mongo()).isEqualTo("mongodb://localhost:27117");
    }

    @Test
    void anotherMongoTakesThePlaceOfTheEmbeddedOne() {
        // When
        var settings = new Settings(Map.of("MONGODB_URI", "mongodb://db.example:27017"));

        // Then
        assertThat(settings.externalMongo()).contains("mongodb://db.example:27017");
        assertThat(settings.toEnvironment()).containsEntry("MONGODB_URI", "mongodb://db.example:27017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "kafka"})
    void refusesWhatIsNoPort(String text) {
        // Given
        var settings = new Settings(Map.of("TOUCHSTONE_KAFKA_PORT", text));

        // When
        var reading = assertThatThrownBy(settings::kafka);

        // Then
        reading.isInstanceOf(UserError.class).hasMessage("TOUCHSTONE_KAFKA_PORT=" + text + " is no port number");
    }

    @Test
    void aLargerDatabaseIsSetUpByNameAndValue() {
        // When
        var settings = new Settings(Map.of("TOUCHSTONE_POSTGRESQL_SETTINGS", "shared_buffers=1GB  max_wal_size=8GB"));

        // Then
        assertThat(settings.postgresqlSettings())
                .containsExactly(entry("shared_buffers", "1GB"), entry("max_wal_size", "8GB"));
        assertThat(settings.toEnvironment())
                .containsEntry("TOUCHSTONE_POSTGRESQL_SETTINGS", "shared_buffers=1GB  max_wal_size=8GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_buffers", "=1GB", "shared_buffers="})
    void refusesASettingThatIsNotNameAndValue(String text) {
        // Given
        var settings = new Settings(Map.of("TOUCHSTONE_POSTGRESQL_SETTINGS", text));

        // When
        var reading = assertThatThrownBy(settings::postgresqlSettings);

        // Then
        reading.isInstanceOf(UserError.class)
                .hasMessage("TOUCHSTONE_POSTGRESQL_SETTINGS: " + text + " is not name=value");
    }
}
