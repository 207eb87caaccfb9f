package dev.touchstone.profile.fit;

import dev.touchstone.profile.catalogue.CatalogueEntry;
import dev.touchstone.profile.catalogue.OfferedSkill;
import dev.touchstone.profile.framework.RoleProfile;
import dev.touchstone.profile.passport.Holding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A person beside a role, by a formula that can be followed with a pencil:
 * {@code fit = sum of importance x min(have, need) / sum of importance x need}. Only holdings that are held now count.
 * It ranks nobody, it decides nothing, and it averages no gap away: each is listed, mandatory ones first.
 *
 * @param points upper sum of the formula
 * @param possiblePoints lower sum, at least 1
 * @param gaps requirements not met: mandatory first, then the heaviest, then by name
 * @param met requirements met, by name
 */
public record RoleFit(RoleProfile role, int points, int possiblePoints, List<Gap> gaps, List<Gap> met) {

    private static final Comparator<Gap> BY_NAME =
            Comparator.comparing(gap -> gap.requirement().name());
    private static final Comparator<Gap> MANDATORY_FIRST = Comparator.<Gap, Boolean>comparing(
                    gap -> !gap.requirement().mandatory())
            .thenComparing(Comparator.comparingInt(Gap::weight).reversed())
            .thenComparing(BY_NAME);
    private static final Comparator<NextStep> MOST_HELP_FIRST = Comparator.<NextStep, Boolean>comparing(
                    step -> !step.closesMandatory())
            .thenComparing(Comparator.comparingInt(NextStep::points).reversed())
            .thenComparing(NextStep::workloadHours, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(NextStep::achievementId);

    public RoleFit {
        gaps = List.copyOf(gaps);
        met = List.copyOf(met);
    }

    public static RoleFit of(RoleProfile role, Collection<Holding> holdings) {
        Map<String, Holding> bySkill =
                holdings.stream().collect(Collectors.toMap(Holding::skillId, Function.identity()));
        List<Gap> all = role.requirements().stream()
                .map(requirement -> Gap.of(requirement, bySkill.get(requirement.skillId())))
                .toList();
        return new RoleFit(
                role,
                all.stream().mapToInt(Gap::points).sum(),
                all.stream().mapToInt(Gap::possiblePoints).sum(),
                all.stream().filter(gap -> !gap.isMet()).sorted(MANDATORY_FIRST).toList(),
                all.stream().filter(Gap::isMet).sorted(BY_NAME).toList());
    }

    /** From 0 to 1. */
    public double fit() {
        return (double) points / possiblePoints;
    }

    /** Open achievements that would narrow a gap: those for mandatory gaps first, then the most points, then the least work. */
    public List<NextStep> nextSteps(Collection<CatalogueEntry> catalogue) {
        return catalogue.stream()
                .filter(CatalogueEntry::isOpen)
                .map(this::step)
                .filter(step -> step.points() > 0)
                .sorted(MOST_HELP_FIRST)
                .toList();
    }

    private NextStep step(CatalogueEntry entry) {
        List<NextStep.Closing> closes = new ArrayList<>();
        int gained = 0;
        for (Gap gap : gaps) {
            int to = Math.min(highest(entry, gap), gap.requirement().ordinal());
            if (to > gap.have()) {
                closes.add(new NextStep.Closing(
                        gap.requirement().skillId(),
                        gap.requirement().name(),
                        gap.have(),
                        to,
                        gap.requirement().mandatory()));
                gained += gap.requirement().importance() * (to - gap.have());
            }
        }
        return new NextStep(
                entry.achievementId(),
                entry.offer().name(),
                closes,
                gained,
                entry.offer().workloadHours(),
                entry.offer().pathwayOf());
    }

    private static int highest(CatalogueEntry entry, Gap gap) {
        return entry.offer().skills().stream()
                .filter(skill -> skill.skillId().equals(gap.requirement().skillId()))
                .mapToInt(OfferedSkill::ordinal)
                .max()
                .orElse(0);
    }
}
