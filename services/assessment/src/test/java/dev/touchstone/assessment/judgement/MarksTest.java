package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.assessmentcase.Part;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who reads which judgement. */
class MarksTest {

    private static final UUID IDA = id(71);
    private static final Marks FIRST = new Marks(List.of(mark(Part.FIRST, OTTO)));
    private static final Marks BOTH = FIRST.with(mark(Part.SECOND, IDA));

    /** Whoever asks, moderator or not: until the second is in, nobody reads a first judgement but who gave it. */
    @Property
    void theFirstIsReadByNobodyElseWhileTheSecondIsOut(@ForAll("readers") UUID reader, @ForAll boolean moderates) {
        assertThat(FIRST.readableBy(reader, moderates, false).all())
                .allMatch(mark -> mark.assessorId().equals(reader));
    }

    /** The earner reads the decision, never the judgements. */
    @Property
    void theEarnerReadsNone(@ForAll boolean isDecided) {
        assertThat(FIRST.readableBy(MAYA, false, isDecided).all()).isEmpty();
        assertThat(BOTH.readableBy(MAYA, false, isDecided).all()).isEmpty();
    }

    @Example
    void onceBothAreInThoseWhoJudgedAndModeratorsReadBoth() {
        assertThat(BOTH.readableBy(OTTO, false, false)).isEqualTo(BOTH);
        assertThat(BOTH.readableBy(IDA, false, false)).isEqualTo(BOTH);
        assertThat(BOTH.readableBy(id(99), true, false)).isEqualTo(BOTH);
        assertThat(BOTH.readableBy(null, true, false))
                .as("a moderator nobody knows")
                .isEqualTo(BOTH);
        assertThat(BOTH.readableBy(id(99), false, false).all()).isEmpty();
    }

    @Example
    void aSingleJudgementIsOpenToModeratorsOnceItHasDecided() {
        assertThat(FIRST.readableBy(id(99), true, true)).isEqualTo(FIRST);
        assertThat(FIRST.readableBy(id(99), false, true).all()).isEmpty();
    }

    @Provide
    Arbitrary<UUID> readers() {
        return Arbitraries.of(OTTO, IDA, MAYA, id(99)).injectNull(0.2);
    }

    private static Mark mark(Part part, UUID assessor) {
        return new Mark(part, new Judgement(assessor, List.of(), RulesOfEvidence.ALL_MET, List.of()), NOW);
    }
}
