package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The AsyncAPI document: which topics there are, what is on them, who sends and who receives. */
record Catalogue(JsonNode document, List<Channel> channels, List<Operation> operations) {

    private static final String DEAD_LETTERS = ".dlq";

    /**
     * @param messages names under {@code components/messages}
     * @param kafka Kafka binding of the channel
     */
    record Channel(String name, String address, String owner, Set<String> messages, JsonNode kafka) {

        boolean isForDeadLetters() {
            return address.endsWith(DEAD_LETTERS);
        }

        boolean isCompacted() {
            return "compact".equals(setting("cleanup.policy").path(0).asText());
        }

        boolean isKeptForEver() {
            return setting("retention.ms").asLong() == -1
                    && setting("retention.bytes").asLong() == -1;
        }

        private JsonNode setting(String name) {
            return kafka.path("topicConfiguration").path(name);
        }
    }

    /** @param group consumer groups allowed, empty for a sender */
    record Operation(String name, String action, String service, Channel channel, Set<String> group) {

        boolean sends() {
            return "send".equals(action);
        }

        boolean receives() {
            return "receive".equals(action);
        }
    }

    static Catalogue read() {
        JsonNode document = ContractFiles.read(ContractFiles.ASYNCAPI);
        List<Channel> channels = new ArrayList<>();
        for (String name : SchemaTree.names(document.path("channels"))) {
            channels.add(channel(name, document.path("channels").path(name)));
        }
        List<Operation> operations = new ArrayList<>();
        for (String name : SchemaTree.names(document.path("operations"))) {
            operations.add(operation(name, document.path("operations").path(name), channels));
        }
        return new Catalogue(document, List.copyOf(channels), List.copyOf(operations));
    }

    /** Streams of facts, dead letters apart. */
    List<Channel> streams() {
        return channels.stream().filter(channel -> !channel.isForDeadLetters()).toList();
    }

    Set<String> services() {
        return operations.stream().map(Operation::service).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> sentBy(String service) {
        return topics(service, "send");
    }

    Set<String> receivedBy(String service) {
        return topics(service, "receive");
    }

    /** {@code ce_type} of everything the service may send or receive. */
    Set<String> typesKnownTo(String service) {
        return operations.stream()
                .filter(operation -> operation.service().equals(service))
                .flatMap(operation -> operation.channel().messages().stream())
                .map(message -> message(message).path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    JsonNode message(String name) {
        return document.path("components").path("messages").path(name);
    }

    private Set<String> topics(String service, String action) {
        return operations.stream()
                .filter(operation -> operation.service().equals(service))
                .filter(operation -> operation.action().equals(action))
                .map(operation -> operation.channel().address())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Channel channel(String name, JsonNode channel) {
        return new Channel(
                name,
                channel.path("address").asText(),
                channel.path("x-owner").asText(),
                Set.copyOf(SchemaTree.names(channel.path("messages"))),
                channel.path("bindings").path("kafka"));
    }

    private static Operation operation(String name, JsonNode operation, List<Channel> channels) {
        String reference = operation.path("channel").path("$ref").asText();
        Set<String> groups = new TreeSet<>();
        operation.at("/bindings/kafka/groupId/enum").forEach(group -> groups.add(group.asText()));
        return new Operation(
                name,
                operation.path("action").asText(),
                operation.path("x-service").asText(),
                channels.stream()
                        .filter(channel -> reference.equals("#/channels/" + channel.name()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(name + " names no channel")),
                groups);
    }
}
