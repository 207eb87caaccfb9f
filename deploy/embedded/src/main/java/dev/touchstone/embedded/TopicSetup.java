package dev.touchstone.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the broker's topics be what the catalogue says. */
public final class TopicSetup {
    private static final short SINGLE_BROKER = 1;

    private TopicSetup() {}

    /**
     * Creates what is missing, on one replica, and sets the configuration of what exists.
     *
     * @throws IllegalStateException when a topic exists with another number of partitions, or the broker refuses
     */
    public static void bringUpToDate(String bootstrapServers, List<Topic> topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            create(
                    admin,
                    topics.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList());
            configure(
                    admin,
                    topics.stream()
                            .filter(topic -> existing.contains(topic.name()))
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "topics cannot be set up: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were set up", e);
        }
    }

    private static void create(Admin admin, List<Topic> topics) throws ExecutionException, InterruptedException {
        admin.createTopics(topics.stream()
                        .map(topic ->
                                new NewTopic(topic.name(), topic.partitions(), SINGLE_BROKER).configs(topic.config()))
                        .toList())
                .all()
                .get();
    }

    private static void configure(Admin admin, List<Topic> topics) throws ExecutionException, InterruptedException {
        var descriptions = admin.describeTopics(topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var topic : topics) {
            requireSamePartitions(topic, descriptions.get(topic.name()));
            if (!topic.config().isEmpty()) {
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings(topic));
            }
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static void requireSamePartitions(Topic topic, TopicDescription found) {
        var partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            throw new IllegalStateException(
                    "topic " + topic.name() + " has " + partitions + " partitions, the catalogue " + "says "
                            + topic.partitions() + "; changing it would break the order per key");
        }
    }

    private static List<AlterConfigOp> settings(Topic topic) {
        var settings = new ArrayList<AlterConfigOp>();
        topic.config()
                .forEach((name, value) ->
                        settings.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        return settings;
    }
}
