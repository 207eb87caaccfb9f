package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.assessmentcase.Part;
import java.util.Optional;
import java.util.UUID;

/**
 * How judgements come to a decision. One assessor decides alone unless the achievement asks for two. Two have to come to
 * the same outcome, no criterion too far apart, and what both can stand by has to come to that outcome too; then it is
 * decided by that. If not, a moderator's judgement stands alone.
 */
public final class Deliberation {

    private final Achievement achievement;
    private final Deciding deciding;

    public Deliberation(Achievement achievement, Deciding deciding) {
        this.achievement = achievement;
        this.deciding = deciding;
    }

    /**
     * @param marks all that were handed in
     * @param latest the one of them that came last; it must have passed {@link JudgementRules}
     */
    public Verdict after(Marks marks, Mark latest, UUID decisionId) {
        return switch (latest.part()) {
            case FIRST ->
                achievement.definition().policy().isDoubleMarked()
                        ? new Verdict.Awaiting(Part.SECOND)
                        : decided(decisionId, Basis.SINGLE, latest.judgement(), marks);
            case SECOND ->
                consensus(marks.of(Part.FIRST).orElseThrow().judgement(), latest.judgement())
                        .<Verdict>map(agreed -> decided(decisionId, Basis.CONSENSUS, agreed, marks))
                        .orElse(new Verdict.Awaiting(Part.MODERATOR));
            case MODERATOR -> decided(decisionId, Basis.MODERATED, latest.judgement(), marks);
        };
    }

    private Optional<Judgement> consensus(Judgement first, Judgement second) {
        Definition definition = achievement.definition();
        Agreement agreement = new Agreement(definition, first, second);
        boolean passes = deciding.passes(first);
        if (passes != deciding.passes(second) || !agreement.isClose()) {
            return Optional.empty();
        }
        // Two ways to the same award may have nothing in common: then it is not what both saw.
        return Optional.of(agreement.lower()).filter(lower -> deciding.passes(lower) == passes);
    }

    private Verdict decided(UUID decisionId, Basis basis, Judgement judgement, Marks marks) {
        return new Verdict.Decided(deciding.byPeople(decisionId, basis, judgement, marks), judgement);
    }
}
