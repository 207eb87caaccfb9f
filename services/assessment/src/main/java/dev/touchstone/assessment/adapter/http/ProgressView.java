package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.adapter.contract.TraceData;
import java.util.List;

/**
 * How far a person has come: each criterion, and what would help next.
 *
 * @param levelReached ordinal; absent where none is, or the achievement has none
 */
public record ProgressView(String truth, Integer levelReached, List<String> missing, TraceData trace) {

    static ProgressView of(Findings findings) {
        return new ProgressView(
                findings.requirements().truth().label(),
                findings.reached().map(level -> level.ordinal()).orElse(null),
                findings.missing(),
                TraceData.of(findings.requirements()));
    }
}
