package dev.touchstone.chassis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Failures failures = new Failures(
            List.of(failure -> String.valueOf(failure.getMessage()).startsWith("refused data")),
            new Outages(List.of()));

    @Test
    void findsADefectHoweverItIsWrapped() {
        // Given
        Throwable wrapped = new CompletionException(new IllegalStateException(new NullPointerException()));

        // When
        boolean defect = failures.isDefect(wrapped);

        // Then
        assertThat(defect).isTrue();
    }

    @Test
    void findsDataThatAStoreRefuses() {
        // Given
        Throwable refused = new CompletionException(new RuntimeException("refused data: too long"));

        // When
        boolean defect = failures.isDefect(refused);

        // Then
        assertThat(defect).isTrue();
    }

    @Test
    void takesNoOutageForADefect() {
        // Given
        Throwable away = new IllegalArgumentException("wrapped by a driver", new ConnectException());

        // When
        boolean defect = failures.isDefect(away);

        // Then
        assertThat(defect).isFalse();
    }

    @Test
    void retriesWhatItDoesNotKnow() {
        // When
        boolean defect = failures.isDefect(new IllegalStateException("for a while"));

        // Then
        assertThat(defect).isFalse();
    }

    @Test
    void findsAPermanentFailureHoweverItIsWrapped() {
        // Given
        PermanentFailure reason = new PermanentFailure(FailureCode.SCHEMA_VIOLATION, "no such level");

        // When
        var found = failures.permanent(new CompletionException(reason));

        // Then
        assertThat(found).contains(reason);
    }

    @Test
    void endsWithAChainThatIsACircle() {
        // Given
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        // When
        boolean defect = failures.isDefect(first);

        // Then
        assertThat(defect).isFalse();
    }
}
