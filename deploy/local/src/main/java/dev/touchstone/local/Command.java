package dev.touchstone.local;

import java.util.List;

/** One word of the command line. */
public interface Command {
    /** The word. */
    String name();

    /** What may follow it, empty when nothing may. */
    default String parameters() {
        return "";
    }

    /** What it does, in one line. */
    String summary();

    /**
     * Does it.
     *
     * @param arguments what follows the word
     * @return exit status of the launcher
     * @throws UserError when the person at the keyboard has to do something about it
     */
    int run(List<String> arguments) throws Exception;
}
