package dev.touchstone.issuance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Entry of the profile {@code bench}; its name keeps it out of every other build. */
class RunBenchmarks {

    @Test
    void signing() throws RunnerException {
        assertThat(new Runner(new OptionsBuilder()
                                .include(SigningBench.class.getSimpleName())
                                .build())
                        .run())
                .isNotEmpty();
    }
}
