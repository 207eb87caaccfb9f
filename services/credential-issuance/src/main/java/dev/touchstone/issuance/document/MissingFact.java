package dev.touchstone.issuance.document;

/** An event lacks something its contract requires, or says it in another form. */
public class MissingFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingFact(String name) {
        super("missing or malformed: " + name);
    }
}
