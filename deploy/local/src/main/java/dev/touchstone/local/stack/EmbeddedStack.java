package dev.touchstone.local.stack;

import dev.touchstone.embedded.Database;
import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedMongo;
import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.EmbeddedPostgres.Durability;
import dev.touchstone.embedded.TopicCatalogue;
import dev.touchstone.embedded.openid.EmbeddedOpenId;
import dev.touchstone.local.Home;
import dev.touchstone.local.Port;
import dev.touchstone.local.Secrets;
import dev.touchstone.local.Settings;
import dev.touchstone.local.demo.DemoPeople;
import dev.touchstone.local.part.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded parts of the system with their data in the home directory. */
final class EmbeddedStack {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);
    private static final Duration TOKENS_LAST = Duration.ofHours(8);

    private final Home home;
    private final Settings settings;
    private final StartReport report;
    private final ConcurrentLinkedDeque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    EmbeddedStack(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.report = new StartReport(home);
    }

    /** Starts everything side by side and returns when the last part serves. */
    void start() {
        var starts = new ArrayList<CompletableFuture<Void>>();
        starts.add(start("postgresql", this::postgres));
        starts.add(start("kafka", this::kafka));
        starts.add(start("openid", this::openId));
        if (settings.externalMongo().isEmpty()) {
            starts.add(start("mongodb", this::mongo));
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
        report.done();
        LOG.info("action=started parts={}", starts.size());
    }

    /** Closes everything, whatever happens on the way. */
    void close() {
        for (var part = open.pollLast(); part != null; part = open.pollLast()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("action=close part={} failure=\"{}\"", part.getClass().getSimpleName(), e.getMessage(), e);
            }
        }
        LOG.info("action=closed");
    }

    private CompletableFuture<Void> start(String name, Supplier<AutoCloseable> starter) {
        return CompletableFuture.runAsync(
                () -> {
                    var begin = System.nanoTime();
                    open.add(starter.get());
                    var took = Duration.ofNanos(System.nanoTime() - begin);
                    report.add(name, took);
                    LOG.info("action=started part={} millis={}", name, took.toMillis());
                },
                task -> new Thread(task, name).start());
    }

    private AutoCloseable postgres() {
        var secrets = new Secrets(home);
        var databases = Arrays.stream(Service.values())
                .map(Service::database)
                .flatMap(Optional::stream)
                .map(name -> new Database(name, secrets.get(name)))
                .toList();
        var port = settings.port(Port.POSTGRESQL);
        return EmbeddedPostgres.start(
                home.data("postgresql"),
                port,
                Durability.FSYNC,
                settings.postgresqlSettings(),
                secrets.get("postgres"),
                databases);
    }

    private AutoCloseable kafka() {
        return EmbeddedKafka.start(home.data("kafka"), settings.port(Port.KAFKA), TopicCatalogue.load());
    }

    private AutoCloseable mongo() {
        return EmbeddedMongo.start(home.data("mongodb"), settings.port(Port.MONGODB));
    }

    private AutoCloseable openId() {
        var accounts = DemoPeople.load().accounts();
        return EmbeddedOpenId.start(home.data("openid"), settings.port(Port.OPENID), accounts, TOKENS_LAST);
    }
}
