package dev.touchstone.local;

import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.local.part.Part;
import dev.touchstone.local.part.Parts;
import dev.touchstone.local.process.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Stops what runs: the services first, then what they work with. */
public final class DownCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Context context;
    private final Parts parts;
    private final Processes processes;

    public DownCommand(Context context) {
        this.context = context;
        this.parts = new Parts(context);
        this.processes = new Processes(context.home());
    }

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String summary() {
        return "stop everything; the data stays";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        try (var lock = LaunchLock.take(context.home())) {
            stopServices();
            stop(parts.stack());
            EmbeddedPostgres.stopOrphan(context.home().data("postgresql"));
        }
        return 0;
    }

    private void stopServices() throws Exception {
        var threads = Executors.newFixedThreadPool(parts.services().size());
        try {
            var stops = new ArrayList<Callable<Void>>();
            parts.services()
                    .forEach(service -> stops.add(() -> {
                        stop(service);
                        return null;
                    }));
            for (var stop : threads.invokeAll(stops)) {
                stop.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void stop(Part part) throws InterruptedException {
        var begin = System.nanoTime();
        var running = processes.find(part).isPresent();
        var died = processes.hasDied(part);
        var killed = processes.stop(part, PATIENCE);
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        var word = killed ? "killed" : running ? "stopped" : died ? "had died" : "did not run";
        context.out()
                .printf(
                        Locale.ROOT,
                        "  %-20s %s%s%n",
                        part.name(),
                        word,
                        running ? " (%.1f s)".formatted(seconds) : "");
    }
}
