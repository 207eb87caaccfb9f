package dev.touchstone.intake.xapi.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentBudgetTest {

    private static final long HALF = AttachmentBudget.MOST_BYTES / 2;

    @Test
    void endsBeforeWhatDoesNotFit() {
        assertThat(AttachmentBudget.fitting(
                        List.of(List.of("a"), List.of("b"), List.of("c")), Map.of("a", HALF, "b", HALF, "c", 1L)))
                .isEqualTo(2);
    }

    @Test
    void oneAlwaysFits() {
        assertThat(AttachmentBudget.fitting(List.of(List.of("a"), List.of("b")), Map.of("a", 3 * HALF, "b", 1L)))
                .isEqualTo(1);
    }

    @Test
    void whatSeveralHaveCountsOnceAndWhatIsElsewhereNotAtAll() {
        assertThat(AttachmentBudget.fitting(
                        List.of(List.of("a"), List.of("a"), List.of("a", "elsewhere")), Map.of("a", 2 * HALF)))
                .isEqualTo(3);
        assertThat(AttachmentBudget.fitting(List.of(), Map.of())).isZero();
    }
}
