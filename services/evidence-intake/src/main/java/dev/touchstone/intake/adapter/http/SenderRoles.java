package dev.touchstone.intake.adapter.http;

/** What a connection's credential opens. People do not hold these roles. */
final class SenderRoles {

    static final String XAPI_READ = "sender:xapi:read";
    static final String XAPI_WRITE = "sender:xapi:write";
    static final String CLOUDEVENTS = "sender:cloudevents";
    static final String PEOPLE = "sender:people";
    static final String SCIM = "sender:scim";

    private SenderRoles() {}
}
