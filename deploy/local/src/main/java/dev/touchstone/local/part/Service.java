package dev.touchstone.local.part;

import dev.touchstone.local.Port;
import java.util.Optional;

/** The four services. */
public enum Service {
    EVIDENCE_INTAKE("evidence-intake", Port.EVIDENCE_INTAKE, Port.EVIDENCE_INTAKE_MANAGEMENT, "intake"),
    ASSESSMENT("assessment", Port.ASSESSMENT, Port.ASSESSMENT_MANAGEMENT, "assessment"),
    CREDENTIAL_ISSUANCE(
            "credential-issuance", Port.CREDENTIAL_ISSUANCE, Port.CREDENTIAL_ISSUANCE_MANAGEMENT, "issuance"),
    SKILLS_PROFILE("skills-profile", Port.SKILLS_PROFILE, Port.SKILLS_PROFILE_MANAGEMENT, null);

    private final String label;
    private final Port http;
    private final Port management;
    private final String database;

    Service(String label, Port http, Port management, String database) {
        this.label = label;
        this.http = http;
        this.management = management;
        this.database = database;
    }

    /** Name, also of its directory. */
    public String label() {
        return label;
    }

    /** Port of its interface. */
    public Port http() {
        return http;
    }

    /** Port of health and metrics. */
    public Port management() {
        return management;
    }

    /** Its PostgreSQL database and role; none where it keeps documents in MongoDB. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }
}
