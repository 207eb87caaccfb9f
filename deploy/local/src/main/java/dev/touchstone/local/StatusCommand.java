package dev.touchstone.local;

import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.local.part.Part;
import dev.touchstone.local.part.Parts;
import dev.touchstone.local.process.Memory;
import dev.touchstone.local.process.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Says what runs. Exit status 0 when everything runs and is ready, 3 when nothing runs, 1 in between. */
public final class StatusCommand implements Command {
    private static final String ROW = "%-20s %-8s %8s %9s %-6s %9s  %s%n";
    private static final int NOTHING_RUNS = 3;

    private final Context context;
    private final Parts parts;
    private final Processes processes;

    public StatusCommand(Context context) {
        this.context = context;
        this.parts = new Parts(context);
        this.processes = new Processes(context.home());
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "say what runs, since when, and what has died";
    }

    @Override
    public int run(List<String> arguments) {
        context.out().printf(ROW, "PART", "STATE", "PID", "UPTIME", "READY", "MEMORY", "ADDRESS");
        var running = 0;
        var ready = 0;
        var died = 0;
        for (var part : parts.all()) {
            var process = processes.find(part);
            if (process.isPresent()) {
                running++;
                ready += report(part, process.get()) ? 1 : 0;
            } else {
                died += reportAbsent(part) ? 1 : 0;
            }
        }
        if (running == 0 && died == 0) {
            return NOTHING_RUNS;
        }
        return ready == parts.all().size() ? 0 : 1;
    }

    private boolean report(Part part, ProcessHandle process) {
        var ready = part.isReady();
        var addresses = part.addresses();
        var memory = Memory.resident(process).orElse(0) + (part == parts.stack() ? postgres() : 0);
        context.out()
                .printf(
                        ROW,
                        part.name(),
                        "running",
                        process.pid(),
                        uptime(process),
                        ready ? "yes" : "NO",
                        megabytes(memory),
                        addresses.get(0));
        addresses.stream().skip(1).forEach(address -> context.out().printf(ROW, "", "", "", "", "", "", address));
        return ready;
    }

    private boolean reportAbsent(Part part) {
        var died = processes.hasDied(part);
        var advice = died ? "see ./touchstone logs " + part.name() : "";
        context.out().printf(ROW, part.name(), died ? "DIED" : "stopped", "-", "-", "NO", "-", advice);
        return died;
    }

    private static String uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .map(time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()))
                .orElse("?");
    }

    /** PostgreSQL is no child of the stack's JVM in the system's eyes, but it is a part of it. */
    private long postgres() {
        var server = EmbeddedPostgres.process(context.home().data("postgresql"));
        return server.map(Memory::ofTree).orElse(OptionalLong.empty()).orElse(0);
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "?" : bytes / (1024 * 1024) + " MB";
    }
}
