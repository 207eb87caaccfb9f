package dev.touchstone.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was sent and what has to come of it: the demonstration's own memory, to hold the system to. */
final class Ledger {

    private int accepted;
    private int duplicates;
    private final Map<String, Instant> lastEvidence = new TreeMap<>();
    private final Map<String, Set<String>> expected = new LinkedHashMap<>();

    /** A piece of evidence about the person was accepted. */
    void accepted(String login) {
        accepted++;
        lastEvidence.put(login, Instant.now());
    }

    /** A piece that waits for an assessor was accepted: no clock runs. */
    void acceptedForJudgement() {
        accepted++;
    }

    /** What had held the person's evidence up is out of the way now. */
    void startsNow(String login) {
        lastEvidence.put(login, Instant.now());
    }

    /** A repetition was recognised as one. */
    void duplicate() {
        duplicates++;
    }

    /** The person has now shown what the achievement asks for. */
    void expect(String login, String achievementId) {
        expected.computeIfAbsent(login, anybody -> new TreeSet<>()).add(achievementId);
    }

    int acceptedCount() {
        return accepted;
    }

    int duplicateCount() {
        return duplicates;
    }

    /** Achievements by login. */
    Map<String, Set<String>> expected() {
        return expected;
    }

    /** When the last piece about the person was accepted that waits for nobody's judgement. */
    Optional<Instant> lastEvidence(String login) {
        return Optional.ofNullable(lastEvidence.get(login));
    }
}
