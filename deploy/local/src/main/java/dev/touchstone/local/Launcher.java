package dev.touchstone.local;

import java.nio.file.Path;
import java.util.List;

/** Entry point of the {@code touchstone} script. */
public final class Launcher {
    private Launcher() {}

    /** Runs one command; the system property {@code touchstone.home} is the root of the repository. */
    public static void main(String[] arguments) {
        var home = new Home(Path.of(System.getProperty("touchstone.home", ".")));
        var context = new Context(home, new Settings(System.getenv()), System.out);
        System.exit(run(commands(context), List.of(arguments)));
    }

    static List<Command> commands(Context context) {
        return List.of(
                new DemoCommand(context),
                new UpCommand(context),
                new DownCommand(context),
                new StatusCommand(context),
                new LogsCommand(context),
                new ImportFrameworkCommand(context));
    }

    static int run(List<Command> commands, List<String> words) {
        var word = words.isEmpty() ? "" : words.get(0);
        var command = commands.stream()
                .filter(candidate -> candidate.name().equals(word))
                .findFirst();
        if (command.isEmpty()) {
            System.err.print(usage(commands));
            return 2;
        }
        try {
            return command.get().run(words.subList(1, words.size()));
        } catch (UserError e) {
            System.err.println("touchstone: " + e.getMessage());
            return 1;
        } catch (Exception e) {
            System.err.println("touchstone: " + word + " failed");
            e.printStackTrace();
            return 1;
        }
    }

    private static String usage(List<Command> commands) {
        var usage = new StringBuilder("usage: touchstone COMMAND\n");
        for (var command : commands) {
            var call = (command.name() + " " + command.parameters()).strip();
            usage.append("  %-28s %s%n".formatted(call, command.summary()));
        }
        return usage.toString();
    }
}
