package dev.touchstone.assessment.adapter.contract;

import java.util.List;
import java.util.UUID;

/** A node of a criteria tree as contracts write it; which fields have a meaning depends on {@code op}. */
public record CriteriaContent(
        String op,
        List<CriteriaContent> of,
        Integer n,
        String leafId,
        String description,
        List<String> kinds,
        List<String> actions,
        List<String> activityIds,
        List<String> tags,
        String minTrust,
        String maxAge,
        Boolean distinctActivities,
        Double atLeastScaled,
        String achievementId,
        Integer minLevel,
        UUID criterionId) {}
