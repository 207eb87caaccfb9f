package dev.touchstone.profile.passport;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads holdings off the proofs: the highest level that is live wins, whatever else there is. */
public final class Holdings {

    private static final Comparator<SkillProof> NEWEST =
            Comparator.comparing(SkillProof::awardedDate).thenComparing(SkillProof::credentialId);
    private static final Comparator<SkillProof> END =
            Comparator.comparing(SkillProof::validUntil, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Instant now;
    private final Duration expiringWithin;

    private Holdings(Instant now, Duration expiringWithin) {
        this.now = now;
        this.expiringWithin = expiringWithin;
    }

    /**
     * The holdings at an instant, by skill id. A proof that begins later is not looked at yet.
     *
     * @param expiringWithin how long before its end a holding is called expiring
     */
    public static List<Holding> at(Instant now, Duration expiringWithin, List<SkillProof> proofs) {
        Holdings reading = new Holdings(now, expiringWithin);
        return proofs.stream()
                .filter(proof -> !proof.validFrom().isAfter(now))
                .collect(Collectors.groupingBy(SkillProof::skillId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(reading::holding)
                .toList();
    }

    private Holding holding(List<SkillProof> ofOneSkill) {
        List<SkillProof> live =
                ofOneSkill.stream().filter(proof -> proof.liveAt(now)).toList();
        List<SkillProof> counted = atTop(live.isEmpty() ? ofOneSkill : live);
        SkillProof lastToEnd = counted.stream().max(END).orElseThrow();
        SkillProof firstToBegin = counted.stream()
                .min(Comparator.comparing(SkillProof::validFrom))
                .orElseThrow();
        int ordinal = lastToEnd.ordinal();
        return new Holding(
                lastToEnd.skillId(),
                ofOneSkill.stream().max(NEWEST).orElseThrow().name(),
                ordinal,
                levelName(counted),
                currency(live.isEmpty(), lastToEnd.validUntil()),
                counted.stream()
                        .map(SkillProof::credentialId)
                        .distinct()
                        .sorted()
                        .toList(),
                firstToBegin.validFrom(),
                lastToEnd.validUntil(),
                formerly(ofOneSkill, ordinal));
    }

    private Currency currency(boolean lapsed, Instant until) {
        if (lapsed) {
            return Currency.LAPSED;
        }
        boolean soon = until != null && !until.isAfter(now.plus(expiringWithin));
        return soon ? Currency.EXPIRING : Currency.CURRENT;
    }

    private Holding.FormerLevel formerly(List<SkillProof> ofOneSkill, int ordinalNow) {
        List<SkillProof> higher = ofOneSkill.stream()
                .filter(proof -> proof.ordinal() > ordinalNow && proof.lapsedAt(now))
                .toList();
        if (higher.isEmpty()) {
            return null;
        }
        List<SkillProof> top = atTop(higher);
        SkillProof last = top.stream().max(END).orElseThrow();
        return new Holding.FormerLevel(last.ordinal(), levelName(top), last.validUntil());
    }

    private static List<SkillProof> atTop(List<SkillProof> proofs) {
        int top = proofs.stream().mapToInt(SkillProof::ordinal).max().orElseThrow();
        return proofs.stream().filter(proof -> proof.ordinal() == top).toList();
    }

    private static String levelName(List<SkillProof> ofOneLevel) {
        return ofOneLevel.stream()
                .sorted(NEWEST.reversed())
                .map(SkillProof::levelName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
