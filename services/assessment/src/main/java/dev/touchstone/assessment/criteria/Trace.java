package dev.touchstone.assessment.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How one node of the tree came out, and why.
 *
 * @param op operator or kind of leaf, as written in definitions
 * @param words in plain words
 * @param missing what would help, in plain words; empty when met
 * @param evidence evidence that a leaf counted
 * @param credentials credentials that a leaf counted
 * @param of how the children came out, in the order of the definition
 */
public record Trace(
        String op,
        Label label,
        Truth truth,
        String words,
        List<String> missing,
        List<UUID> evidence,
        List<UUID> credentials,
        List<Trace> of) {

    public Trace {
        missing = List.copyOf(missing);
        evidence = List.copyOf(evidence);
        credentials = List.copyOf(credentials);
        of = List.copyOf(of);
    }

    static Trace leaf(Leaf leaf, Truth truth, String words, List<String> missing) {
        return new Trace(leaf.op(), leaf.label(), truth, words, missing, List.of(), List.of(), List.of());
    }

    Trace countingEvidence(List<UUID> counted) {
        return new Trace(op, label, truth, words, missing, counted, credentials, of);
    }

    Trace countingCredentials(List<UUID> counted) {
        return new Trace(op, label, truth, words, missing, evidence, counted, of);
    }

    /** Evidence on which leaves that are met rest. */
    public Set<UUID> reliedEvidence() {
        Set<UUID> relied = new LinkedHashSet<>();
        leaves().filter(leaf -> leaf.truth.isMet()).forEach(leaf -> relied.addAll(leaf.evidence));
        return relied;
    }

    /** Credentials on which leaves that are met rest. */
    public Set<UUID> reliedCredentials() {
        Set<UUID> relied = new LinkedHashSet<>();
        leaves().filter(leaf -> leaf.truth.isMet()).forEach(leaf -> relied.addAll(leaf.credentials));
        return relied;
    }

    /** The leaves beneath this node, itself where it is one. */
    public Stream<Trace> leaves() {
        return of.isEmpty() ? Stream.of(this) : of.stream().flatMap(Trace::leaves);
    }
}
