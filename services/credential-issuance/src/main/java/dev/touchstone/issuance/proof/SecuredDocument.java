package dev.touchstone.issuance.proof;

import dev.touchstone.issuance.document.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document with embedded proofs, taken apart as Data Integrity 1.0 section 4 says. */
public record SecuredDocument(Map<String, Object> document) {

    private static final String PROOF = "proof";

    /** The proofs that are objects, in their order. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> proofs() {
        return new Node(document.get(PROOF))
                .items().stream()
                        .filter(Node::isObject)
                        .map(proof -> (Map<String, Object>) proof.value())
                        .toList();
    }

    public Map<String, Object> unsecured() {
        Map<String, Object> unsecured = new LinkedHashMap<>(document);
        unsecured.remove(PROOF);
        return unsecured;
    }

    /**
     * The document that a proof covers: without any proof, or with those that the proof names as its predecessors in a
     * chain. Empty where a named predecessor is missing.
     */
    public Optional<Map<String, Object>> coveredBy(Map<String, Object> proof) {
        Map<String, Object> covered = unsecured();
        List<String> previous = new Node(proof.get("previousProof")).texts();
        if (previous.isEmpty()) {
            return Optional.of(covered);
        }
        List<Map<String, Object>> matching = proofs().stream()
                .filter(candidate -> previous.contains(candidate.get("id")))
                .toList();
        covered.put(PROOF, matching);
        return matching.size() == previous.size() ? Optional.of(covered) : Optional.empty();
    }

    /**
     * True where two proofs somewhere inside say exactly the same. Canonicalisers are known to disagree about such
     * documents (identical content in different named graphs), so a signature that does not match proves nothing.
     */
    public boolean embedsEqualProofs() {
        return repeats(unsecured(), new HashSet<>());
    }

    private static boolean repeats(Object value, Set<Object> seen) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().anyMatch(element -> repeats(element, seen));
        }
        if (!(value instanceof Map<?, ?> members)) {
            return false;
        }
        boolean repeated = new Node(members.get(PROOF))
                .items().stream().filter(Node::isObject).anyMatch(proof -> !seen.add(proof.value()));
        return repeated || members.values().stream().anyMatch(member -> repeats(member, seen));
    }
}
