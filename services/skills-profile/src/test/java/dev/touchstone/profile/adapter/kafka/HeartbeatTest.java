package dev.touchstone.profile.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void goesOnThroughASingleLongStep() {
        // Given
        CountDownLatch beats = new CountDownLatch(3);

        // When
        boolean heard = Heartbeat.during(OFTEN, () -> beat(beats), () -> waitFor(beats));

        // Then
        assertThat(heard).isTrue();
    }

    @Test
    void survivesABeatThatFails() {
        // Given
        CountDownLatch beats = new CountDownLatch(3);

        // When
        boolean heard = Heartbeat.during(
                OFTEN,
                () -> beat(beats).chain(() -> Uni.createFrom().failure(new IllegalStateException("store away"))),
                () -> waitFor(beats));

        // Then
        assertThat(heard).isTrue();
    }

    @Test
    void letsTheFailureOfTheWorkThrough() {
        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> Heartbeat.during(OFTEN, () -> Uni.createFrom().voidItem(), () -> {
                    throw new IllegalStateException("broken");
                }))
                .withMessage("broken");
    }

    private static Uni<Void> beat(CountDownLatch beats) {
        return Uni.createFrom().voidItem().invoke(beats::countDown);
    }

    private static boolean waitFor(CountDownLatch beats) {
        try {
            return beats.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
