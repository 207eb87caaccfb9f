package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * How a definition came out against facts.
 *
 * @param levels lowest first
 */
public record Findings(Trace requirements, List<OfLevel> levels) {

    public Findings {
        levels = List.copyOf(levels);
    }

    /** @param gate null where the level asks for nothing beyond the requirements */
    public record OfLevel(Level level, Trace gate) {

        boolean isMet() {
            return gate == null || gate.truth().isMet();
        }
    }

    /**
     * The highest level whose gate is met. Levels are a ladder: a gate counts only with all gates beneath it. Empty
     * where the achievement has no levels, and where the requirements are not met.
     */
    public Optional<Level> reached() {
        if (!requirements.truth().isMet()) {
            return Optional.empty();
        }
        Level reached = null;
        for (OfLevel of : levels) {
            if (!of.isMet()) {
                break;
            }
            reached = of.level();
        }
        return Optional.ofNullable(reached);
    }

    /** Ordinal of what is reached: 0 where nothing is, 1 where it is met and has no levels. */
    public int reachedOrdinal() {
        if (levels.isEmpty()) {
            return requirements.truth().isMet() ? 1 : 0;
        }
        return reached().map(Level::ordinal).orElse(0);
    }

    /** Next steps in plain words: to the achievement, or from the level reached to the one above. */
    public List<String> missing() {
        if (!requirements.truth().isMet()) {
            return requirements.missing();
        }
        List<String> steps = new ArrayList<>();
        levels.stream()
                .filter(of -> !of.isMet())
                .findFirst()
                .ifPresent(of -> of.gate()
                        .missing()
                        .forEach(step -> steps.add("For " + of.level().name() + ": " + step)));
        return steps;
    }

    /** Evidence on which what is met rests. */
    public Set<UUID> reliedEvidence() {
        return relied(Trace::reliedEvidence);
    }

    /** Credentials on which what is met rests. */
    public Set<UUID> reliedCredentials() {
        return relied(Trace::reliedCredentials);
    }

    /** How the gates of the levels reached came out. */
    public List<Trace> reachedGates() {
        int reached = reachedOrdinal();
        return levels.stream()
                .filter(level -> level.gate() != null && level.level().ordinal() <= reached)
                .map(OfLevel::gate)
                .toList();
    }

    private Set<UUID> relied(Function<Trace, Set<UUID>> of) {
        Set<UUID> relied = new LinkedHashSet<>(of.apply(requirements));
        reachedGates().forEach(gate -> relied.addAll(of.apply(gate)));
        return relied;
    }
}
