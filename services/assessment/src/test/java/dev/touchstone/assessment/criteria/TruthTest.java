package dev.touchstone.assessment.criteria;

import static dev.touchstone.assessment.criteria.Truth.MET;
import static dev.touchstone.assessment.criteria.Truth.NOT_MET;
import static dev.touchstone.assessment.criteria.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TruthTest {

    @Example
    void followsKleenesTables() {
        assertThat(MET.and(UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(NOT_MET.and(UNKNOWN)).isEqualTo(NOT_MET);
        assertThat(MET.or(UNKNOWN)).isEqualTo(MET);
        assertThat(NOT_MET.or(UNKNOWN)).isEqualTo(UNKNOWN);
    }

    @Property
    void andAndOrAreALattice(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b)).isEqualTo(b.or(a));
        assertThat(a.and(b.and(c))).isEqualTo(a.and(b).and(c));
        assertThat(a.or(b.or(c))).isEqualTo(a.or(b).or(c));
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
        assertThat(a.or(b.and(c))).isEqualTo(a.or(b).and(a.or(c)));
        assertThat(a.and(a.or(b))).isEqualTo(a);
        assertThat(a.or(a.and(b))).isEqualTo(a);
    }

    @Property
    void allAndOneAreTheEndsOfAtLeast(@ForAll @Size(min = 1, max = 8) List<Truth> values) {
        assertThat(Truth.atLeast(values.size(), values))
                .isEqualTo(values.stream().reduce(MET, Truth::and));
        assertThat(Truth.atLeast(1, values)).isEqualTo(values.stream().reduce(NOT_MET, Truth::or));
    }

    /** Whatever the unknown turns out to be, a definite answer stays. */
    @Property
    void aDefiniteAnswerOutlivesWhatIsLearnt(
            @ForAll @Size(min = 1, max = 8) List<Truth> values, @ForAll @IntRange(min = 1, max = 8) int n) {
        Truth before = Truth.atLeast(n, values);
        List<Truth> best =
                values.stream().map(value -> value == UNKNOWN ? MET : value).toList();
        List<Truth> worst =
                values.stream().map(value -> value == UNKNOWN ? NOT_MET : value).toList();
        if (before == UNKNOWN) {
            assertThat(Truth.atLeast(n, best)).isEqualTo(MET);
            assertThat(Truth.atLeast(n, worst)).isEqualTo(NOT_MET);
        } else {
            assertThat(Truth.atLeast(n, best)).isEqualTo(before);
            assertThat(Truth.atLeast(n, worst)).isEqualTo(before);
        }
    }

    @Property
    void atLeastDoesNotLookAtTheOrder(
            @ForAll @Size(min = 1, max = 8) List<Truth> values, @ForAll @IntRange(min = 1, max = 8) int n) {
        List<Truth> reversed = new java.util.ArrayList<>(values);
        Collections.reverse(reversed);
        assertThat(Truth.atLeast(n, reversed)).isEqualTo(Truth.atLeast(n, values));
    }
}
