package dev.touchstone.assessment.fingerprint;

import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class FingerprintTest {

    record Pair(String left, String right) {}

    /** The same record, a release later. */
    interface Later {
        record Pair(String left, String right, Integer third) {}
    }

    /** Decisions are kept with digests: if this one changes, those can no longer be recomputed. */
    @Example
    void staysWhatItIsForDefinitions() {
        assertThat(Fingerprint.of(definition(work(3), null, byRule())))
                .isEqualTo("sha256:5cca355a6318bebb47718f33408b1c4314762065b41e4434a9ebede4d4f8fa4e");
    }

    @Property
    void differsWhereTextIsCutElsewhere(
            @ForAll @StringLength(max = 20) String a, @ForAll @StringLength(max = 20) String b) {
        if (!a.isEmpty()) {
            Pair shifted = new Pair(a.substring(0, a.length() - 1), a.substring(a.length() - 1) + b);
            assertThat(Fingerprint.of(new Pair(a, b))).isNotEqualTo(Fingerprint.of(shifted));
        }
        assertThat(Fingerprint.of(List.of(a, b))).isNotEqualTo(Fingerprint.of(List.of(a + b)));
    }

    @Property
    void doesNotLookAtTheOrderOfSetsAndMaps(@ForAll @Size(max = 6) Set<@StringLength(max = 4) String> values) {
        List<String> reversed = new java.util.ArrayList<>(values);
        java.util.Collections.reverse(reversed);
        Map<String, Integer> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(value, value.length()));
        Map<String, Integer> backwards = new LinkedHashMap<>();
        reversed.forEach(value -> backwards.put(value, value.length()));
        assertThat(Fingerprint.of(new LinkedHashSet<>(reversed))).isEqualTo(Fingerprint.of(values));
        assertThat(Fingerprint.of(backwards)).isEqualTo(Fingerprint.of(map));
    }

    @Example
    void tellsNothingFromAnEmptyText() {
        assertThat(Fingerprint.of(new Pair("", null))).isNotEqualTo(Fingerprint.of(new Pair(null, "")));
        assertThat(Fingerprint.of(new Pair("a", null))).isNotEqualTo(Fingerprint.of(new Pair("a", "")));
    }

    @Example
    void anOptionalComponentThatIsAbsentChangesNothing() {
        assertThat(Fingerprint.of(new Later.Pair("a", "b", null))).isEqualTo(Fingerprint.of(new Pair("a", "b")));
        assertThat(Fingerprint.of(new Later.Pair("a", "b", 1))).isNotEqualTo(Fingerprint.of(new Pair("a", "b")));
    }
}
