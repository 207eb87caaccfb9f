package dev.touchstone.embedded;

/** A part of the stack cannot start because another process listens on its port. */
public final class PortTakenException extends IllegalStateException {
    private final int port;

    PortTakenException(int port, String wantedBy) {
        super("port " + port + " is taken by another process; " + wantedBy + " needs it or another one");
        this.port = port;
    }

    /** The taken port. */
    public int port() {
        return port;
    }
}
