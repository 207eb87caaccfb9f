package dev.touchstone.chassis.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int MOST = 2;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(MOST, meters);
    private final List<UniEmitter<? super String>> working = new ArrayList<>();

    @Test
    void refusesWhatIsBeyond() {
        // Given
        begin();
        begin();

        // When
        UniAssertSubscriber<String> third = begin();

        // Then
        third.assertFailedWith(ProblemException.class);
        assertThat(((ProblemException) third.getFailure()).type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(working).hasSize(MOST);
        assertThat(meters.counter("touchstone.admission.refused").count()).isEqualTo(1);
    }

    @Test
    void takesTheNextOnceOneIsDone() {
        // Given
        begin();
        begin();
        working.get(0).complete("done");

        // When
        UniAssertSubscriber<String> next = begin();

        // Then
        next.assertNotTerminated();
        assertThat(admission.full()).isTrue();
    }

    @Test
    void countsNoWorkThatFailed() {
        // Given
        begin();
        begin();

        // When
        working.get(1).fail(new IllegalStateException("the store is away"));

        // Then
        assertThat(admission.full()).isFalse();
    }

    @Test
    void countsNoWorkThatNobodyWaitsFor() {
        // Given
        begin();
        UniAssertSubscriber<String> left = begin();

        // When
        left.cancel();

        // Then
        assertThat(admission.full()).isFalse();
    }

    @Test
    void countsNoWorkThatCouldNotBegin() {
        // Given
        Uni<String> broken = admission.take(() -> {
            throw new IllegalStateException("cannot begin");
        });
        broken.subscribe().withSubscriber(UniAssertSubscriber.create());

        // When
        broken.subscribe().withSubscriber(UniAssertSubscriber.create()).assertFailedWith(IllegalStateException.class);

        // Then
        assertThat(meters.get("touchstone.admission.taken").gauge().value()).isZero();
    }

    private UniAssertSubscriber<String> begin() {
        return admission
                .take(() -> Uni.createFrom().<String>emitter(working::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
