package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.assessmentcase.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The judgements handed in on a case, in their order. */
public record Marks(List<Mark> all) {

    public static final Marks NONE = new Marks(List.of());

    public Marks {
        all = all.stream().sorted(Comparator.comparing(Mark::part)).toList();
    }

    public Optional<Mark> of(Part part) {
        return all.stream().filter(mark -> mark.part() == part).findFirst();
    }

    public boolean includes(UUID personId) {
        return all.stream().anyMatch(mark -> mark.assessorId().equals(personId));
    }

    public Marks with(Mark mark) {
        return new Marks(Stream.concat(all.stream(), Stream.of(mark)).toList());
    }

    /**
     * What somebody may read of these. While a second judgement could still be swayed by the first, nobody reads any but
     * their own: moderators not either, for many of them are assessors too. The earner reads the decision.
     *
     * @param moderates whether the reader moderates, and is not the earner
     * @param isDecided whether the case is
     */
    public Marks readableBy(UUID reader, boolean moderates, boolean isDecided) {
        boolean isOpenToOthers = isDecided || of(Part.SECOND).isPresent();
        if (isOpenToOthers && (moderates || includes(reader))) {
            return this;
        }
        return new Marks(
                all.stream().filter(mark -> mark.assessorId().equals(reader)).toList());
    }
}
