package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void nobodyTakesWhatIsLeftForOthers() {
        // Given
        Slots slots = new Slots(3, 2);
        slots.take("ada");
        slots.take("ada");

        // When
        boolean third = slots.take("ada");

        // Then
        assertThat(third).isFalse();
        assertThat(slots.take("ben")).isTrue();
        assertThat(slots.take("cleo")).isFalse();
    }

    @Test
    void whatIsGivenBackIsFreeAgain() {
        // Given
        Slots slots = new Slots(1, 1);
        slots.take("ada");

        // When
        slots.giveBack("ada");

        // Then
        assertThat(slots.take("ben")).isTrue();
    }
}
