package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import java.util.regex.Pattern;

/** Organisations named in public addresses. */
final class Tenants {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    private Tenants() {}

    /** @throws ProblemException not found, for a name that no organisation can have */
    static String require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.notFound("issuer");
        }
        return name;
    }
}
