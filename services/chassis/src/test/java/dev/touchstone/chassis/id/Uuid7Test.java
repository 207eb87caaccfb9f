package dev.touchstone.chassis.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class Uuid7Test {

    @Property
    void carriesItsTimeAndIsAVersion7Uuid(@ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis) {
        // When
        UUID id = Uuid7.at(millis);

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property
    void sortsByTimeAsText(
            @ForAll @LongRange(min = 0, max = 1L << 47) long earlier,
            @ForAll @LongRange(min = 1, max = 1L << 40) long gap) {
        // When
        String first = Uuid7.at(earlier).toString();
        String second = Uuid7.at(earlier + gap).toString();

        // Then
        assertThat(first).isLessThan(second);
    }
}
