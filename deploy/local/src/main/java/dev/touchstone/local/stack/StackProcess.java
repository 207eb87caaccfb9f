package dev.touchstone.local.stack;

import dev.touchstone.local.Home;
import dev.touchstone.local.Settings;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the embedded stack: runs until it is told to end (SIGTERM), then closes what it has opened. */
public final class StackProcess {
    private static final Logger LOG = LoggerFactory.getLogger(StackProcess.class);

    private StackProcess() {}

    public static void main(String[] arguments) {
        var home = new Home(Path.of(System.getProperty("touchstone.home")));
        var stack = new EmbeddedStack(home, new Settings(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close"));
        try {
            stack.start();
            // What only the start needed would otherwise stay for ever: an idle broker allocates too little to collect.
            System.gc();
        } catch (RuntimeException e) {
            LOG.error("action=start failure=\"{}\"", e.getMessage(), e);
            System.exit(1);
        }
    }
}
