package dev.touchstone.local;

/** Every port the system listens on; each can be moved by an environment variable. */
public enum Port {
    KAFKA(19092),
    POSTGRESQL(15432),
    MONGODB(27117),
    OPENID(8089),
    EVIDENCE_INTAKE(8081),
    EVIDENCE_INTAKE_MANAGEMENT(9081),
    ASSESSMENT(8082),
    ASSESSMENT_MANAGEMENT(9082),
    CREDENTIAL_ISSUANCE(8083),
    CREDENTIAL_ISSUANCE_MANAGEMENT(9083),
    SKILLS_PROFILE(8084),
    SKILLS_PROFILE_MANAGEMENT(9084);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** The port when nobody says otherwise. */
    public int usual() {
        return usual;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return "TOUCHSTONE_" + name() + "_PORT";
    }
}
