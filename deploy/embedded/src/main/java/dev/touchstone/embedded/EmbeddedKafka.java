package dev.touchstone.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The Apache Kafka broker in this JVM: one node that is its own controller (KRaft), on the loopback interface, without
 * authentication. Topics are never created by accident. Data stays in the directory between starts.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final String HOST = "localhost";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns once it serves requests and every topic exists.
     *
     * @param directory where the log lives; formatted when it is empty
     * @param port to listen on, 0 for any free one
     * @param topics created when missing; their configuration is brought up to date when they exist
     * @throws PortTakenException when the port is taken
     * @throws IllegalStateException when a topic exists with another number of partitions
     */
    public static EmbeddedKafka start(Path directory, int port, List<Topic> topics) {
        var brokerPort = Ports.require(port, "Kafka");
        var log = directory.toAbsolutePath().resolve("log");
        format(log);
        var config = KafkaConfig.fromProps(toProperties(config(log, brokerPort, Ports.free())));
        var kafka = new EmbeddedKafka(new KafkaRaftServer(config, Time.SYSTEM), brokerPort);
        var callers = Thread.currentThread().getContextClassLoader();
        // The broker finds its plug-ins through the context class loader, which in a test may be another than its own.
        Thread.currentThread().setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            kafka.server.startup();
            TopicSetup.bringUpToDate(kafka.bootstrapServers(), topics);
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        } finally {
            Thread.currentThread().setContextClassLoader(callers);
        }
    }

    /** Address for clients. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker; what it acknowledged is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        var messages = new ByteArrayOutputStream();
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setPrintStream(new PrintStream(messages, true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka storage " + log + " cannot be formatted: " + messages, e);
        }
    }

    private static Map<String, String> config(Path log, int brokerPort, int controllerPort) {
        var config = new HashMap<String, String>();
        config.put("node.id", Integer.toString(NODE));
        config.put("process.roles", "broker,controller");
        config.put(
                "listeners", "PLAINTEXT://" + HOST + ":" + brokerPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
        config.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + brokerPort);
        config.put("controller.listener.names", "CONTROLLER");
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        // A static quorum: with a dynamic one the controller's port is kept in the log and could not be another one
        // next time.
        config.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        config.put("log.dirs", log.toString());
        config.put("auto.create.topics.enable", "false");
        singleNode(config);
        smallMachine(config);
        return config;
    }

    private static void singleNode(Map<String, String> config) {
        config.put("default.replication.factor", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        // A stack that rests for months must still know how far each service has read.
        config.put("offsets.retention.minutes", Integer.toString(366 * 24 * 60));
        // There is no second replica to recover from after a power cut, so the page cache goes to disk every second.
        config.put("log.flush.interval.ms", "1000");
        config.put("log.flush.scheduler.interval.ms", "1000");
    }

    private static void smallMachine(Map<String, String> config) {
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "3");
        config.put("background.threads", "2");
        config.put("num.recovery.threads.per.data.dir", "1");
        config.put("log.cleaner.threads", "1");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        config.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        config.put("log.index.size.max.bytes", Integer.toString(512 * 1024));
    }

    private static Properties toProperties(Map<String, String> config) {
        var properties = new Properties();
        properties.putAll(config);
        return properties;
    }
}
