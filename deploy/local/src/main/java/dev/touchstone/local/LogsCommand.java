package dev.touchstone.local;

import dev.touchstone.local.part.Part;
import dev.touchstone.local.part.Parts;
import dev.touchstone.local.process.LogFile;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Shows the end of a process's log. */
public final class LogsCommand implements Command {
    private static final int LINES = 200;
    private static final String FOLLOW = "--follow";

    private final Context context;

    public LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String parameters() {
        return "SERVICE [" + FOLLOW + "]";
    }

    @Override
    public String summary() {
        return "show the end of a log";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        var names = new Parts(context).all().stream().map(Part::name).toList();
        var name = arguments.isEmpty() ? "" : arguments.get(0);
        if (!names.contains(name)) {
            throw new UserError("logs of what? One of " + names.stream().collect(Collectors.joining(", ")));
        }
        var file = context.home().log(name);
        if (!Files.exists(file)) {
            throw new UserError(name + " has not been started yet");
        }
        var log = new LogFile(file);
        log.tail(LINES).forEach(context.out()::println);
        if (arguments.contains(FOLLOW)) {
            log.follow(context.out());
        }
        return 0;
    }
}
