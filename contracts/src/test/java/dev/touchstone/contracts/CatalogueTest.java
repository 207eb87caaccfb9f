package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.contracts.Catalogue.Channel;
import dev.touchstone.contracts.Catalogue.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document against itself and against the schemas. */
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.read();
    private static final int PERSON_KEYED_PARTITIONS = 12;
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    static Stream<Channel> channels() {
        return CATALOGUE.channels().stream();
    }

    static Stream<Channel> streams() {
        return CATALOGUE.streams().stream();
    }

    static Stream<Operation> operations() {
        return CATALOGUE.operations().stream();
    }

    static Stream<EventContract> events() {
        return ContractFiles.events(ContractFiles.EVENTS).stream();
    }

    @Test
    void isAsyncApi3() {
        assertThat(CATALOGUE.document().path("asyncapi").asText()).startsWith("3.");
        assertThat(CATALOGUE.document().path("servers")).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        // Given
        List<String> references = CATALOGUE.document().findValuesAsText("$ref");

        // When
        List<String> dead = references.stream()
                .filter(reference -> reference.startsWith("#")
                        ? CATALOGUE.document().at(reference.substring(1)).isMissingNode()
                        : !ContractFiles.MODULE.resolve(reference).toFile().isFile())
                .toList();

        // Then
        assertThat(references).isNotEmpty();
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsAMessageOnItsStream(EventContract event) {
        // When
        JsonNode message = CATALOGUE.message(event.name());
        List<String> carriedBy = channels()
                .filter(channel -> channel.messages().contains(event.name()))
                .map(Channel::address)
                .toList();

        // Then
        assertThat(message.at("/payload/$ref").asText())
                .isEqualTo("events/" + event.stream() + "/" + event.name() + "/v1.schema.json");
        assertThat(message.path("name").asText()).isEqualTo(event.type());
        assertThat(message.path("traits").findValuesAsText("$ref")).contains("#/components/messageTraits/cloudEvent");
        assertThat(carriedBy).containsExactly("touchstone." + event.stream());
    }

    @Test
    void everyPayloadIsAnEvent() {
        // When
        Set<Path> payloads = new TreeSet<>();
        CATALOGUE.document().at("/components/messages").forEach(message -> {
            if (message.has("payload")) {
                payloads.add(
                        ContractFiles.MODULE.resolve(message.at("/payload/$ref").asText()));
            }
        });

        // Then
        assertThat(payloads)
                .containsExactlyInAnyOrderElementsOf(
                        events().map(EventContract::schemaFile).toList());
    }

    @ParameterizedTest
    @MethodSource("channels")
    void bindsTheTopicOfItsAddress(Channel channel) {
        assertThat(channel.address()).matches("touchstone\\.[a-z-]+(\\.dlq)?");
        assertThat(channel.kafka().path("topic").asText()).isEqualTo(channel.address());
        assertThat(channel.kafka().path("partitions").asInt()).isPositive();
        assertThat(channel.kafka().path("replicas").asInt()).isPositive();
        assertThat(channel.isCompacted() || channel.isKeptForEver())
                .as("nothing on a topic may be lost by age or size")
                .isTrue();
        assertThat(channel.kafka().at("/topicConfiguration/max.message.bytes").asInt())
                .isEqualTo(LARGEST_MESSAGE);
        assertThat(channel.messages()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamHasOneSenderWhichOwnsItAndAReceiver(Channel stream) {
        // When
        List<String> senders = operations()
                .filter(operation -> operation.sends() && operation.channel().equals(stream))
                .map(Operation::service)
                .toList();
        List<Operation> receivers = operations()
                .filter(operation -> operation.receives() && operation.channel().equals(stream))
                .toList();

        // Then
        assertThat(senders).containsExactly(stream.owner());
        assertThat(receivers).isNotEmpty();
    }

    @Test
    void latestStateIsCompactedAndFactsAreKept() {
        assertThat(streams().filter(Channel::isCompacted).map(Channel::address))
                .containsExactlyInAnyOrder("touchstone.people", "touchstone.achievements");
        assertThat(streams().filter(Channel::isKeptForEver).map(Channel::address))
                .containsExactlyInAnyOrder("touchstone.evidence", "touchstone.assessments", "touchstone.credentials");
    }

    @Test
    void streamsAboutPeopleHaveRoomToGrow() {
        assertThat(streams().filter(stream -> !stream.name().equals("achievements")))
                .allMatch(stream -> stream.kafka().path("partitions").asInt() == PERSON_KEYED_PARTITIONS);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationNamesItsServiceAndReceivesAsItsGroup(Operation operation) {
        assertThat(operation.service()).isNotBlank();
        assertThat(operation.sends() || operation.receives()).isTrue();
        assertThat(operation.group())
                .containsExactlyElementsOf(operation.receives() ? Set.of(operation.service()) : Set.of());
    }

    @Test
    void everyConsumerHasItsOwnDeadLetters() {
        // Given
        Set<String> consumers = new TreeSet<>();
        operations().filter(Operation::receives).map(Operation::service).forEach(consumers::add);

        // When
        List<Channel> deadLetters = channels().filter(Channel::isForDeadLetters).toList();

        // Then
        assertThat(deadLetters)
                .extracting(Channel::address)
                .containsExactlyInAnyOrderElementsOf(consumers.stream()
                        .map(service -> "touchstone." + service + ".dlq")
                        .toList());
        assertThat(deadLetters)
                .allMatch(Channel::isCompacted)
                .allMatch(topic -> topic.messages().equals(Set.of("DeadLetter")))
                .allMatch(topic -> CATALOGUE.sentBy(topic.owner()).contains(topic.address()));
    }
}
