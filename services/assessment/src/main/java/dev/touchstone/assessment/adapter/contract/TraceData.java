package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.criteria.Trace;
import java.util.List;
import java.util.UUID;

/** How one node of the criteria came out, as answers show it and decisions keep it. */
public record TraceData(
        String op,
        String leafId,
        String truth,
        String words,
        List<String> missing,
        List<UUID> evidenceIds,
        List<UUID> credentialIds,
        List<TraceData> of) {

    public static TraceData of(Trace trace) {
        return new TraceData(
                trace.op(),
                trace.label().id(),
                trace.truth().label(),
                trace.words(),
                trace.missing(),
                orNull(trace.evidence()),
                orNull(trace.credentials()),
                trace.of().isEmpty()
                        ? null
                        : trace.of().stream().map(TraceData::of).toList());
    }

    private static List<UUID> orNull(List<UUID> ids) {
        return ids.isEmpty() ? null : ids;
    }
}
