package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results must fit the descriptions of the same achievement, and reach what it requires. */
final class ResultRules implements Rule {

    private static final String RESULT = "/credentialSubject/result";
    private static final String DESCRIPTION = "/credentialSubject/achievement/resultDescription";

    @Override
    public void check(Node credential, Findings findings) {
        Node subject = credential.get("credentialSubject");
        List<Node> descriptions =
                subject.get("achievement").get("resultDescription").items();
        checkOnce(descriptions, DESCRIPTION, findings);
        descriptions.forEach(description -> checkDescription(description, findings));
        for (Node result : subject.get("result").items()) {
            checkResult(result, descriptions, findings);
        }
    }

    private static void checkOnce(List<Node> identified, String at, Findings findings) {
        Set<String> ids = new HashSet<>();
        for (Node node : identified) {
            node.get("id")
                    .text()
                    .ifPresent(id -> findings.require(ids.add(id), "id-once", at, "the id " + id + " appears twice"));
        }
    }

    private static void checkDescription(Node description, Findings findings) {
        List<Node> levels = description.get("rubricCriterionLevel").items();
        checkOnce(levels, DESCRIPTION + "/rubricCriterionLevel", findings);
        description
                .get("requiredLevel")
                .text()
                .ifPresent(required -> findings.require(
                        level(levels, required).isPresent(),
                        "required-level-known",
                        DESCRIPTION + "/requiredLevel",
                        "the required level is not among the levels"));
        boolean ordered = inOrder(description.get("valueMin"), description.get("valueMax"));
        findings.require(ordered, "value-range", DESCRIPTION, "valueMin must not exceed valueMax");
    }

    private static void checkResult(Node result, List<Node> descriptions, Findings findings) {
        Optional<String> reference = result.get("resultDescription").text();
        if (reference.isEmpty()) {
            return;
        }
        Optional<Node> described = descriptions.stream()
                .filter(candidate -> candidate.get("id").is(reference.get()))
                .findFirst();
        findings.require(
                described.isPresent(),
                "result-described",
                RESULT,
                "a result must point at a result description of this achievement");
        described.ifPresent(description -> {
            checkLevel(result, description, findings);
            checkValue(result, description, findings);
            findings.require(
                    !description.get("resultType").is("Status")
                            || result.get("status").text().isPresent(),
                    "result-status",
                    RESULT,
                    "a result of type Status must have a status");
        });
    }

    private static void checkLevel(Node result, Node description, Findings findings) {
        Optional<String> achieved = result.get("achievedLevel").text();
        if (achieved.isEmpty()) {
            return;
        }
        List<Node> levels = description.get("rubricCriterionLevel").items();
        Optional<Node> level = level(levels, achieved.get());
        findings.require(
                level.isPresent(),
                "achieved-level-known",
                RESULT + "/achievedLevel",
                "the achieved level is not among the levels of its description");
        Optional<Node> required = description.get("requiredLevel").text().flatMap(id -> level(levels, id));
        if (level.isPresent() && required.isPresent()) {
            findings.require(
                    inOrder(required.get().get("level"), level.get().get("level")),
                    "required-level-reached",
                    RESULT + "/achievedLevel",
                    "the achieved level is below the required one");
        }
    }

    private static void checkValue(Node result, Node description, Findings findings) {
        Node value = result.get("value");
        if (!value.isPresent()) {
            return;
        }
        findings.require(
                inOrder(description.get("valueMin"), value) && inOrder(value, description.get("valueMax")),
                "value-within",
                RESULT + "/value",
                "the value lies outside valueMin and valueMax");
        findings.require(
                inOrder(description.get("requiredValue"), value),
                "required-value-reached",
                RESULT + "/value",
                "the value is below the required one");
        List<String> allowed = description.get("allowedValue").texts();
        findings.require(
                allowed.isEmpty() || value.text().filter(allowed::contains).isPresent(),
                "value-allowed",
                RESULT + "/value",
                "the value is not among the allowed ones");
    }

    private static Optional<Node> level(List<Node> levels, String id) {
        return levels.stream().filter(level -> level.get("id").is(id)).findFirst();
    }

    /** True unless both are numbers and the first is the greater: letter grades cannot be compared here. */
    private static boolean inOrder(Node low, Node high) {
        Optional<BigDecimal> first = number(low);
        Optional<BigDecimal> second = number(high);
        return first.isEmpty() || second.isEmpty() || first.get().compareTo(second.get()) <= 0;
    }

    private static Optional<BigDecimal> number(Node node) {
        try {
            return node.text()
                    .filter(text -> text.length() <= 40)
                    .map(BigDecimal::new)
                    .or(node::number);
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
