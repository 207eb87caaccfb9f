package dev.touchstone.local;

import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.Ports;
import dev.touchstone.local.part.Part;
import dev.touchstone.local.part.Parts;
import dev.touchstone.local.process.PortOwner;
import dev.touchstone.local.process.Processes;
import dev.touchstone.local.stack.StartReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts what does not run yet and returns when everything is ready. */
public final class UpCommand implements Command {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Context context;
    private final Parts parts;
    private final Processes processes;

    public UpCommand(Context context) {
        this.context = context;
        this.parts = new Parts(context);
        this.processes = new Processes(context.home());
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String summary() {
        return "start the stack and the services, wait until they are ready";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        var begin = System.nanoTime();
        try (var lock = LaunchLock.take(context.home())) {
            var missing = missing();
            missing.forEach(Part::command);
            requireFreePorts(missing);
            if (missing.contains(parts.stack())) {
                startStack();
            }
            for (var service : parts.services()) {
                if (missing.contains(service)) {
                    processes.start(service);
                }
            }
            awaitServices(missing);
        }
        context.out().printf(Locale.ROOT, "ready after %.1f s%n", seconds(begin));
        return 0;
    }

    private List<Part> missing() {
        var missing = new ArrayList<Part>();
        for (var part : parts.all()) {
            var process = processes.find(part);
            if (process.isPresent()) {
                context.out()
                        .printf(
                                "  %-20s runs already (pid %d)%n",
                                part.name(), process.get().pid());
            } else {
                missing.add(part);
            }
        }
        return missing;
    }

    private void requireFreePorts(List<Part> missing) {
        if (missing.contains(parts.stack())) {
            // The one thing that outlives a killed stack; it is ours, and its port is not taken by anybody else.
            EmbeddedPostgres.stopOrphan(context.home().data("postgresql"));
        }
        var taken = missing.stream()
                .flatMap(part -> part.ports().stream())
                .filter(port -> !Ports.isFree(context.settings().port(port)))
                .map(this::describe)
                .toList();
        if (!taken.isEmpty()) {
            throw new UserError(String.join("\n            ", taken)
                    + "\nNothing was started. Stop what listens there, or move the port with the variable named.");
        }
    }

    private String describe(Port port) {
        var number = context.settings().port(port);
        return "port " + number + " is taken by " + PortOwner.describe(number) + "; " + port.variable() + " moves it";
    }

    private void startStack() throws Exception {
        var report = new StartReport(context.home());
        report.clear();
        processes.start(parts.stack());
        processes.await(List.of(parts.stack()), part -> report.isDone(), PATIENCE, (part, took) -> {});
        report.started().forEach(started -> say(started.part(), started.took(), ""));
    }

    private void awaitServices(List<Part> missing) throws Exception {
        processes.await(parts.services(), Part::isReady, PATIENCE, (part, took) -> {
            if (missing.contains(part)) {
                say(part.name(), took, part.addresses().get(0));
            }
        });
    }

    private void say(String name, Duration took, String address) {
        context.out().printf(Locale.ROOT, "  %-20s %5.1f s  %s%n", name, took.toMillis() / 1000.0, address);
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
