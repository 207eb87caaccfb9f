package dev.touchstone.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set, {@code touchstone.profile.*}. */
@ConfigMapping(prefix = "touchstone.profile")
public interface ProfileConfig {

    /** How long before its end a skill is called expiring. */
    @WithDefault("P90D")
    Duration expiringWithin();

    /** Counts of people below this are not told to those who may not see the people themselves. */
    @WithDefault("5")
    int smallestCount();

    /** How long it is remembered who looked at whom. */
    @WithDefault("P365D")
    Duration looksKeptFor();

    Rebuild rebuild();

    /** Rebuilding the projection. */
    interface Rebuild {

        /** A rebuild that has not been heard of for so long is taken over by another replica. */
        @WithDefault("PT30S")
        Duration takenOverAfter();

        /** How long the collections that were replaced are kept for readers that are still in them. */
        @WithDefault("PT60S")
        Duration replacedKeptFor();

        /** How often abandoned rebuilds and replaced collections are looked for. */
        @WithDefault("PT10S")
        Duration watchEvery();
    }
}
