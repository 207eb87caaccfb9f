package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Trust;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The query for those pieces of a person that could count for some achievements: what was offered for one of them, and
 * for each leaf the newest and the best-scored that it asks for. However much else there is of the person, a piece that
 * counts is among them.
 */
final class EvidenceHistory {

    /** For each leaf. A leaf counts a hundred pieces at most; some of these may be about one and the same activity. */
    private static final int MOST = 1_000;

    private static final String OF_PERSON =
            "select evidence_id from evidence where tenant_id = ?1 and person_id = ?2 and not exists"
                    + " (select 1 from evidence_retraction as back where back.evidence_id = evidence.evidence_id) and ";

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> selections = new ArrayList<>();

    private EvidenceHistory(String tenant, UUID personId) {
        parameters.add(tenant);
        parameters.add(personId);
    }

    /** Ids of the pieces, in no order. */
    static Mutiny.SelectionQuery<UUID> query(
            Mutiny.Session session, String tenant, UUID personId, List<AchievementLine> lines) {
        EvidenceHistory history = new EvidenceHistory(tenant, personId);
        history.offered(lines.stream().map(AchievementLine::id).collect(Collectors.toSet()));
        lines.stream()
                .flatMap(line -> line.latest().definition().filters())
                .distinct()
                .forEach(history::asked);
        return history.query(session);
    }

    private Mutiny.SelectionQuery<UUID> query(Mutiny.Session session) {
        var query = session.<UUID>createNativeQuery(String.join(" union ", selections));
        for (int index = 0; index < parameters.size(); index++) {
            query.setParameter(index + 1, parameters.get(index));
        }
        return query;
    }

    private void offered(Set<String> achievementIds) {
        select("claimed_for = any(" + array(achievementIds, Function.identity()) + ")", "occurred_at desc");
    }

    private void asked(EvidenceFilter filter) {
        List<String> demands = new ArrayList<>();
        demands.add("trust = any(" + array(enough(filter.minTrust()), Trust::label) + ")");
        if (!filter.kinds().isEmpty()) {
            demands.add("kind = any(" + array(filter.kinds(), EvidenceKind::label) + ")");
        }
        if (!filter.actions().isEmpty()) {
            demands.add("action = any(" + array(filter.actions(), Function.identity()) + ")");
        }
        if (!filter.tags().isEmpty()) {
            demands.add("tags && " + array(filter.tags(), Function.identity()));
        }
        if (!filter.activityIds().isEmpty()) {
            String ids = array(filter.activityIds(), Function.identity());
            demands.add("(activity_id = any(" + ids + ") or alternate_ids && " + ids + ")");
        }
        String demand = String.join(" and ", demands);
        select(demand, "occurred_at desc");
        select(demand + " and scaled is not null", "scaled desc, occurred_at desc");
    }

    private void select(String demand, String order) {
        selections.add("(" + OF_PERSON + demand + " order by " + order + " limit " + MOST + ")");
    }

    private static List<Trust> enough(Trust least) {
        return Arrays.stream(Trust.values())
                .filter(trust -> trust.isAtLeast(least))
                .toList();
    }

    private <T> String array(Collection<T> values, Function<T, String> text) {
        parameters.add(values.stream().map(text).sorted().toArray(String[]::new));
        return "cast(?" + parameters.size() + " as varchar[])";
    }
}
