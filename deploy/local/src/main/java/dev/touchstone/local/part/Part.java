package dev.touchstone.local.part;

import dev.touchstone.local.Port;
import java.util.List;
import java.util.Map;

/** A process of the system. */
public interface Part {
    /** Name, as people type it. */
    String name();

    /** Ports it listens on. */
    List<Port> ports();

    /**
     * Command line.
     *
     * @throws dev.touchstone.local.UserError when it has not been built
     */
    List<String> command();

    /** Environment in addition to the launcher's. */
    Map<String, String> environment();

    /** Whether it does its work now. */
    boolean isReady();

    /** Addresses for people. */
    List<String> addresses();
}
