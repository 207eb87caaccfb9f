package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityKind;

/** An identity in the form in which the people interface takes it. */
public record IdentityView(String kind, String value, String homePage, String name, String connectionId) {

    static IdentityView of(Identity identity) {
        String kind = identity.kind().word();
        int space = identity.value().indexOf(' ');
        if (identity.kind() == IdentityKind.ACCOUNT) {
            return new IdentityView(
                    kind,
                    null,
                    identity.value().substring(0, space),
                    identity.value().substring(space + 1),
                    null);
        }
        if (identity.kind() == IdentityKind.PLATFORM_USER) {
            return new IdentityView(
                    kind,
                    identity.value().substring(space + 1),
                    null,
                    null,
                    identity.value().substring(0, space));
        }
        return new IdentityView(kind, identity.value(), null, null, null);
    }
}
