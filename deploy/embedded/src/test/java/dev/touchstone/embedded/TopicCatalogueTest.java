package dev.touchstone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
    @Test
    void readsTheTopicsOfTheContracts() {
        // When
        var topics = TopicCatalogue.load();

        // Then
        assertThat(topics)
                .extracting(Topic::name)
                .contains("touchstone.evidence", "touchstone.credentials", "touchstone.skills-profile.dlq");
        assertThat(topics)
                .filteredOn(Topic::name, "touchstone.people")
                .singleElement()
                .satisfies(people -> {
                    assertThat(people.partitions()).isEqualTo(12);
                    assertThat(people.config()).containsEntry("cleanup.policy", "compact");
                });
    }

    @Test
    void writesListsTheBrokersWay() throws Exception {
        // Given
        var catalogue = new YAMLMapper().readTree("""
                        channels:
                          a:
                            address: t.a
                            bindings: {kafka: {partitions: 2, topicConfiguration: {cleanup.policy: [compact, delete], retention.ms: -1}}}
                        """);

        // When
        var topics = TopicCatalogue.read(catalogue);

        // Then
        assertThat(topics)
                .containsExactly(new Topic("t.a", 2, Map.of("cleanup.policy", "compact,delete", "retention.ms", "-1")));
    }

    @Test
    void refusesAChannelWithoutPartitions() throws Exception {
        // Given
        var catalogue = new YAMLMapper().readTree("channels: {a: {address: t.a}}");

        // When
        var reading = assertThatThrownBy(() -> TopicCatalogue.read(catalogue));

        // Then
        reading.isInstanceOf(IllegalStateException.class).hasMessageContaining("t.a");
    }
}
