package dev.touchstone.chassis.security;

/** What a person may be allowed to do, as named in the token's {@code groups} claim. */
public final class Roles {

    public static final String EMPLOYEE = "employee";
    public static final String MANAGER = "manager";
    public static final String ASSESSOR = "assessor";
    public static final String MODERATOR = "moderator";
    public static final String ISSUER_ADMIN = "issuer-admin";
    public static final String INTEGRATION_ADMIN = "integration-admin";

    private Roles() {}
}
