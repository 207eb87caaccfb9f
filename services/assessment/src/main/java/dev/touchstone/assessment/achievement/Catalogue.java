package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Leaf;
import dev.touchstone.assessment.criteria.ScoreReached;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every achievement of an organisation, with an index from what arrives to whom it may concern: a piece of evidence is
 * held against the achievements that name its activity and those that name none, not against all. Immutable.
 */
public final class Catalogue {

    private final long revision;
    private final Map<String, AchievementLine> lines = new HashMap<>();
    private final Map<String, Set<Achievement>> byActivity = new HashMap<>();
    private final Set<Achievement> ofAnyActivity = new HashSet<>();
    private final Map<String, Set<String>> byCredential = new HashMap<>();

    /** @param revision grows with every change of the organisation's achievements */
    public Catalogue(long revision, Collection<AchievementLine> lines) {
        this.revision = revision;
        lines.forEach(this::add);
    }

    private void add(AchievementLine line) {
        lines.put(line.id(), line);
        line.versions()
                .forEach(achievement -> achievement.definition().leaves().forEach(leaf -> index(achievement, leaf)));
    }

    private void index(Achievement achievement, Leaf leaf) {
        if (leaf instanceof EvidenceShown shown) {
            index(achievement, shown.filter());
        } else if (leaf instanceof ScoreReached score) {
            index(achievement, score.filter());
        } else if (leaf instanceof CredentialHeld held) {
            byCredential
                    .computeIfAbsent(held.achievementId(), id -> new TreeSet<>())
                    .add(achievement.id());
        }
    }

    private void index(Achievement achievement, EvidenceFilter filter) {
        if (filter.activityIds().isEmpty()) {
            ofAnyActivity.add(achievement);
        }
        filter.activityIds()
                .forEach(activity -> byActivity
                        .computeIfAbsent(activity, id -> new HashSet<>())
                        .add(achievement));
    }

    public long revision() {
        return revision;
    }

    public Optional<AchievementLine> line(String achievementId) {
        return Optional.ofNullable(lines.get(achievementId));
    }

    public Collection<AchievementLine> lines() {
        return List.copyOf(lines.values());
    }

    public boolean knows(String achievementId) {
        return lines.containsKey(achievementId);
    }

    /**
     * Achievements for which the piece could count in any version, in order of id. What a person offers for one
     * achievement is for that one only.
     */
    public Set<String> concernedBy(Evidence evidence, Instant asOf) {
        if (evidence.claimedFor() != null) {
            return knows(evidence.claimedFor()) ? Set.of(evidence.claimedFor()) : Set.of();
        }
        Set<String> concerned = new TreeSet<>();
        candidates(evidence)
                .filter(achievement -> !concerned.contains(achievement.id()))
                .filter(achievement -> achievement.definition().concerns(evidence, asOf))
                .forEach(achievement -> concerned.add(achievement.id()));
        return concerned;
    }

    private Stream<Achievement> candidates(Evidence evidence) {
        Stream<Achievement> byId = Stream.concat(
                        Stream.of(evidence.activity().id()), evidence.activity().alternateIds().stream())
                .flatMap(id -> byActivity.getOrDefault(id, Set.of()).stream());
        return Stream.concat(byId, ofAnyActivity.stream());
    }

    /** Achievements that ask for a credential of this one in any version; in order of id. */
    public Set<String> askingFor(String achievementId) {
        return byCredential.getOrDefault(achievementId, Set.of());
    }
}
