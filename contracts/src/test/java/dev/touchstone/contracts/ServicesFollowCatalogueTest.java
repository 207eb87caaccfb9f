package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics in the catalogue, in the services' configuration and in their code are the same topics. */
class ServicesFollowCatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    static Stream<ServiceSources> services() {
        return ServiceSources.all().stream();
    }

    @Test
    void theServicesOfTheCatalogueAreTheServicesThereAre() {
        assertThat(services().map(ServiceSources::name)).containsExactlyInAnyOrderElementsOf(CATALOGUE.services());
    }

    @ParameterizedTest
    @MethodSource("services")
    void receivesWhatTheCatalogueSays(ServiceSources service) {
        assertThat(service.receivedTopics()).isEqualTo(CATALOGUE.receivedBy(service.name()));
    }

    /** Offsets hang on the group: one that is named twice is one that is renamed by half. */
    @ParameterizedTest
    @MethodSource("services")
    void receivesAsTheGroupTheChassisGivesIt(ServiceSources service) {
        assertThat(service.groups()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void sendsThroughTheOutboxOnly(ServiceSources service) {
        assertThat(service.outgoingChannels()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void namesTheTopicsOfTheCatalogueInItsCode(ServiceSources service) {
        // Given
        Set<String> known = new TreeSet<>(CATALOGUE.sentBy(service.name()));
        known.addAll(CATALOGUE.receivedBy(service.name()));

        // When
        Set<String> named = service.topicsInCode();

        // Then
        assertThat(named).isSubsetOf(known);
        assertThat(named)
                .containsAll(CATALOGUE.sentBy(service.name()).stream()
                        .filter(topic -> !topic.endsWith(".dlq"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void knowsOnlyEventsOfItsStreams(ServiceSources service) {
        assertThat(service.typesInCode()).isNotEmpty().isSubsetOf(CATALOGUE.typesKnownTo(service.name()));
    }
}
