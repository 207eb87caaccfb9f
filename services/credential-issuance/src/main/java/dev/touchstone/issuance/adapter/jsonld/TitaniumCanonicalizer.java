package dev.touchstone.issuance.adapter.jsonld;

import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.INVALID;
import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.TOO_COMPLEX;
import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.UNKNOWN_CONTEXT;
import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.UNSIGNED_CONTENT;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.deseralization.JsonLdToRdf;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.flattening.NodeMap;
import com.apicatalog.jsonld.flattening.NodeMapBuilder;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Canonicalizer;
import jakarta.json.JsonArray;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** {@link Canonicalizer} on Titanium: JSON-LD 1.1 expansion, conversion to quads, RDFC-1.0. */
public final class TitaniumCanonicalizer implements Canonicalizer {

    /** The library formats fractions with one shared {@code DecimalFormat}, which two threads must not use at once. */
    private static final Object FRACTIONS = new Object();

    /** Far above what the largest document within the limits takes, cold. */
    private static final Duration EXPANSION = Duration.ofSeconds(5);

    private final PinnedContexts contexts;

    public TitaniumCanonicalizer(PinnedContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public String canonicalize(Map<String, Object> document, CanonicalizationLimits limits) {
        JsonLdInput input = new JsonLdInput(contexts.addresses());
        Deadline deadline = new Deadline(limits.maxTime());
        RdfCanon canon = RdfCanon.create("SHA-256", deadline::tick);
        try {
            JsonArray expanded = JsonLd.expand(JsonDocument.of(input.read(document)))
                    .options(options())
                    .get();
            SafeMode.check(expanded);
            NodeMap nodes = NodeMapBuilder.with(expanded, new NodeMap()).build();
            emit(nodes, new CountingQuads(canon, limits), input.hasFractions());
            deadline.start();
            StringWriter quads = new StringWriter();
            canon.provide(new NQuadsWriter(quads));
            return quads.toString();
        } catch (JsonLdError error) {
            throw explain(error);
        } catch (RdfConsumerException error) {
            throw new CanonicalizationFailed(INVALID, "the document cannot be written as quads");
        } catch (StackOverflowError deep) {
            throw new CanonicalizationFailed(TOO_COMPLEX, "the document nests too deeply");
        }
    }

    private static void emit(NodeMap nodes, CountingQuads quads, boolean fractions) throws JsonLdError {
        if (fractions) {
            synchronized (FRACTIONS) {
                JsonLdToRdf.with(nodes).provide(quads);
            }
        } else {
            JsonLdToRdf.with(nodes).provide(quads);
        }
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setTimeout(EXPANSION);
        return options;
    }

    private static CanonicalizationFailed explain(JsonLdError error) {
        return switch (error.getCode()) {
            case UNDEFINED_TERM ->
                new CanonicalizationFailed(
                        UNSIGNED_CONTENT,
                        "the member " + term(error) + " is defined by no context and would not be signed");
            case LOADING_REMOTE_CONTEXT_FAILED, LOADING_DOCUMENT_FAILED ->
                new CanonicalizationFailed(UNKNOWN_CONTEXT, "a context is not among those this release carries");
            case PROCESSING_TIMEOUT_EXCEEDED ->
                new CanonicalizationFailed(TOO_COMPLEX, "reading the document takes too long");
            default ->
                new CanonicalizationFailed(
                        INVALID,
                        "not valid JSON-LD: "
                                + error.getCode()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '));
        };
    }

    private static String term(JsonLdError error) {
        String message = String.valueOf(error.getMessage());
        int from = message.indexOf('[');
        int to = message.indexOf(']', from);
        return from >= 0 && to > from ? "\"" + message.substring(from + 1, to) + "\"" : "given";
    }
}
