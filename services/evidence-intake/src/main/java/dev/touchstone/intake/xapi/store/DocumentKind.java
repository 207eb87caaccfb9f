package dev.touchstone.intake.xapi.store;

/** The document resources of xAPI (1.0.3 part three, section 2.2). */
public enum DocumentKind {
    STATE("stateId"),
    ACTIVITY_PROFILE("profileId"),
    AGENT_PROFILE("profileId");

    private final String parameter;

    DocumentKind(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter that names a document. */
    public String parameter() {
        return parameter;
    }

    public boolean hasActivity() {
        return this != AGENT_PROFILE;
    }

    public boolean hasAgent() {
        return this != ACTIVITY_PROFILE;
    }
}
