package dev.touchstone.intake.connection;

import java.util.ArrayList;
import java.util.List;

/**
 * A connection with the key material of its live secrets, as held in memory while requests are verified.
 *
 * @param secrets newest first, at most {@value #MOST_SECRETS}: the old one stays good while the sender is reconfigured
 */
public record LiveConnection(Connection connection, List<byte[]> secrets) {

    public static final int MOST_SECRETS = 2;

    public LiveConnection {
        secrets = List.copyOf(secrets);
    }

    /** The live secrets after one more was added. */
    public static <T> List<T> rotated(List<T> live, T newest, boolean retireOthers) {
        List<T> rotated = new ArrayList<>();
        rotated.add(newest);
        if (!retireOthers) {
            live.stream().limit(MOST_SECRETS - 1L).forEach(rotated::add);
        }
        return rotated;
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
