package dev.touchstone.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics of the system, as {@code asyncapi.yaml} of the contracts declares them. */
public final class TopicCatalogue {
    private static final String RESOURCE = "asyncapi.yaml";

    private TopicCatalogue() {}

    /**
     * Every channel of the catalogue on the class path, by name.
     *
     * @throws IllegalStateException when there is no catalogue, or a channel lacks its number of partitions
     */
    public static List<Topic> load() {
        try (var catalogue = TopicCatalogue.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (catalogue == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(new YAMLMapper().readTree(catalogue));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    static List<Topic> read(JsonNode catalogue) {
        var topics = new ArrayList<Topic>();
        for (var channel : catalogue.path("channels")) {
            topics.add(topic(channel));
        }
        topics.sort(Comparator.comparing(Topic::name));
        return List.copyOf(topics);
    }

    private static Topic topic(JsonNode channel) {
        var name = channel.path("address").asText();
        var binding = channel.path("bindings").path("kafka");
        if (name.isEmpty() || !binding.path("partitions").isInt()) {
            throw new IllegalStateException("channel '" + name + "' of " + RESOURCE + " has no address or partitions");
        }
        return new Topic(name, binding.path("partitions").asInt(), config(binding.path("topicConfiguration")));
    }

    private static Map<String, String> config(JsonNode topicConfiguration) {
        var config = new LinkedHashMap<String, String>();
        topicConfiguration.properties().forEach(entry -> config.put(entry.getKey(), text(entry.getValue())));
        return config;
    }

    /** Lists, such as clean-up policies, are comma-separated in the broker's own notation. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var parts = new ArrayList<String>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }
}
