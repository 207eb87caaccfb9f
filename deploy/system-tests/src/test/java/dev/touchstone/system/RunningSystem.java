package dev.touchstone.system;

import dev.touchstone.embedded.Database;
import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedMongo;
import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.Ports;
import dev.touchstone.embedded.TopicCatalogue;
import dev.touchstone.embedded.openid.EmbeddedOpenId;
import dev.touchstone.local.Context;
import dev.touchstone.local.Home;
import dev.touchstone.local.Port;
import dev.touchstone.local.Secrets;
import dev.touchstone.local.Settings;
import dev.touchstone.local.demo.Addresses;
import dev.touchstone.local.demo.DemoPeople;
import dev.touchstone.local.part.Part;
import dev.touchstone.local.part.Parts;
import dev.touchstone.local.part.Service;
import dev.touchstone.local.process.Memory;
import dev.touchstone.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The four packaged services as processes of their own, on a stack in this JVM, with ports and data of their own. */
final class RunningSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Context context;
    private final Processes processes;
    private final Parts parts;
    private final EmbeddedPostgres postgres;
    private final EmbeddedMongo mongo;
    private final EmbeddedOpenId openId;
    private EmbeddedKafka kafka;

    private RunningSystem(Path directory) throws IOException {
        Path repository = Path.of(System.getProperty("touchstone.repository"));
        Files.createSymbolicLink(directory.resolve("services"), repository.resolve("services"));
        Home home = new Home(directory);
        this.context = new Context(home, new Settings(freePorts()), System.out);
        this.processes = new Processes(home);
        this.parts = new Parts(context);
        this.kafka = startKafka();
        Secrets secrets = new Secrets(home);
        this.postgres = EmbeddedPostgres.start(
                home.data("postgresql"),
                port(Port.POSTGRESQL),
                EmbeddedPostgres.Durability.FSYNC,
                secrets.get("postgres"),
                Arrays.stream(Service.values())
                        .map(Service::database)
                        .flatMap(Optional::stream)
                        .map(name -> new Database(name, secrets.get(name)))
                        .toList());
        this.mongo = EmbeddedMongo.startInMemory(port(Port.MONGODB));
        this.openId = EmbeddedOpenId.start(port(Port.OPENID), DemoPeople.load().accounts());
    }

    /** Starts everything and returns when all services are ready. */
    static RunningSystem start(Path directory) throws Exception {
        return start(directory, Service.values());
    }

    /** Starts the stack and some of the services. */
    static RunningSystem start(Path directory, Service... services) throws Exception {
        RunningSystem system = new RunningSystem(directory);
        try {
            for (Service service : services) {
                system.launch(service, Map.of());
            }
            system.awaitReady(services);
            return system;
        } catch (Exception failure) {
            system.close();
            throw failure;
        }
    }

    Addresses addresses() {
        return new Addresses(
                http(Port.EVIDENCE_INTAKE),
                http(Port.ASSESSMENT),
                http(Port.CREDENTIAL_ISSUANCE),
                http(Port.SKILLS_PROFILE),
                http(Port.OPENID));
    }

    String bootstrapServers() {
        return context.settings().kafka();
    }

    String token(String tenant, String login, java.util.Set<String> roles) {
        return openId.token(tenant, login, roles);
    }

    /** Bytes that a service holds now, if the machine tells. */
    OptionalLong memory(Service service) {
        return processes.find(part(service)).map(Memory::resident).orElse(OptionalLong.empty());
    }

    /** Ends the process at once, as a power cut would. */
    void kill(Service service) {
        ProcessHandle process = processes.find(part(service)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Tells the process to end and waits for it. */
    void stop(Service service) throws InterruptedException {
        processes.stop(part(service), PATIENCE);
    }

    /** @param more environment beyond the usual */
    void restart(Service service, Map<String, String> more) throws Exception {
        launch(service, more);
        awaitReady(service);
    }

    void restart(Service service) throws Exception {
        restart(service, Map.of());
    }

    /** The same broker with the same data at the same address, after a while without one. */
    void stopBroker() {
        kafka.close();
    }

    void startBroker() {
        kafka = startKafka();
    }

    @Override
    public void close() throws Exception {
        for (Service service : Service.values()) {
            stop(service);
        }
        kafka.close();
        openId.close();
        mongo.close();
        postgres.close();
    }

    private void launch(Service service, Map<String, String> more) throws IOException {
        processes.start(new PartWithEnvironment(part(service), more));
    }

    private void awaitReady(Service... services) throws InterruptedException {
        List<Part> awaited = new ArrayList<>();
        Arrays.stream(services).map(this::part).forEach(awaited::add);
        processes.await(awaited, Part::isReady, PATIENCE, (part, took) -> {});
    }

    private Part part(Service service) {
        return parts.services().stream()
                .filter(part -> part.name().equals(service.label()))
                .findFirst()
                .orElseThrow();
    }

    private EmbeddedKafka startKafka() {
        return EmbeddedKafka.start(context.home().data("kafka"), port(Port.KAFKA), TopicCatalogue.load());
    }

    private int port(Port port) {
        return context.settings().port(port);
    }

    private String http(Port port) {
        return context.settings().http(port);
    }

    private static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        for (Port port : Port.values()) {
            ports.put(port.variable(), Integer.toString(Ports.free()));
        }
        return ports;
    }
}
