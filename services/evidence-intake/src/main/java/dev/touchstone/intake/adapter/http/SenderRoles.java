package dev.touchstone.intake.adapter.http;

/** What a connection's credential opens. People do not hold these roles. */
final class SenderRoles {

    static final String XAPI = "sender:xapi";
    static final String CLOUDEVENTS = "sender:cloudevents";
    static final String PEOPLE = "sender:people";

    private SenderRoles() {}
}
