package dev.touchstone.chassis.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.chassis.problem.ProblemException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void comesBackAsItWasMade(@ForAll @NotBlank String position) {
        // When / Then
        assertThat(Cursor.decode(Cursor.encode(wellFormed(position)))).contains(wellFormed(position));
    }

    @Test
    void refusesTextThatIsNotOurs() {
        // When / Then
        assertThatThrownBy(() -> Cursor.decode("%%%"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting("pointer")
                                .containsExactly("cursor"));
    }

    @Test
    void refusesALimitBeyondTheHighest() {
        // When / Then
        assertThatThrownBy(() -> Cursor.limit(201)).isInstanceOf(ProblemException.class);
        assertThat(Cursor.limit(200)).isEqualTo(200);
        assertThat(Cursor.limit(null)).isEqualTo(50);
    }

    @Test
    void pointsBehindTheLastItemShownWhenThereAreMore() {
        // When
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, item -> item, item -> item);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(page.next())).contains("b");
    }

    @Test
    void hasNoNextOnTheLastPage() {
        // When
        Page<String> page = Page.of(List.of("a", "b"), 2, item -> item, item -> item);

        // Then
        assertThat(page.next()).isNull();
    }

    /** Lone surrogates have no UTF-8 form; positions are never made of them. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(() -> new StringBuilder("p"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
