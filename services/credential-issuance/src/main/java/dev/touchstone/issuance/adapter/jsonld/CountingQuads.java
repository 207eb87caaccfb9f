package dev.touchstone.issuance.adapter.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import java.util.HashSet;
import java.util.Set;

/** Passes quads on and stops at the first one too many. */
final class CountingQuads implements RdfQuadConsumer {

    private final RdfQuadConsumer next;
    private final CanonicalizationLimits limits;
    private final Set<String> blankNodes = new HashSet<>();
    private int quads;

    CountingQuads(RdfQuadConsumer next, CanonicalizationLimits limits) {
        this.next = next;
        this.limits = limits;
    }

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            String datatype,
            String language,
            String direction,
            String graph)
            throws RdfConsumerException {
        quads++;
        note(subject);
        note(graph);
        if (!RdfQuadConsumer.isLiteral(datatype, language, direction)) {
            note(object);
        }
        if (quads > limits.maxQuads() || blankNodes.size() > limits.maxBlankNodes()) {
            throw new CanonicalizationFailed(
                    CanonicalizationFailed.Reason.TOO_COMPLEX,
                    "the document has more than " + limits.maxQuads() + " statements or " + limits.maxBlankNodes()
                            + " unnamed nodes");
        }
        next.quad(subject, predicate, object, datatype, language, direction, graph);
        return this;
    }

    private void note(String resource) {
        if (resource != null && RdfQuadConsumer.isBlank(resource)) {
            blankNodes.add(resource);
        }
    }
}
