package dev.touchstone.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.Failures;
import dev.touchstone.chassis.failure.Outages;
import dev.touchstone.chassis.failure.PermanentFailure;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriesTest {

    private final Tries tries = new Tries(new Failures(List.of(), new Outages(List.of())), 3);

    @Test
    void endsWithAPermanentFailureAtOnce() {
        // When
        boolean over = tries.isOver(new PermanentFailure(FailureCode.INVARIANT_VIOLATED, "settled"));

        // Then
        assertThat(over).isTrue();
        assertThat(tries.count()).isEqualTo(1);
    }

    @Test
    void givesADefectItsTriesHoweverLongAnOutageWas() {
        // Given
        IntStream.range(0, 50).forEach(i -> tries.isOver(new ConnectException()));

        // When
        List<Boolean> over = IntStream.range(0, 3)
                .mapToObj(i -> tries.isOver(new NullPointerException()))
                .toList();

        // Then
        assertThat(over).containsExactly(false, false, true);
        assertThat(tries.count()).isEqualTo(53);
    }

    @Test
    void neverEndsWithAnOutage() {
        // When
        boolean over = IntStream.range(0, 100).anyMatch(i -> tries.isOver(new ConnectException()));

        // Then
        assertThat(over).isFalse();
    }
}
