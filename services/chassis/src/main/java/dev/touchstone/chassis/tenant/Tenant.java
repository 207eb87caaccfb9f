package dev.touchstone.chassis.tenant;

import java.util.regex.Pattern;

/** The name of an organisation. What is none must not get near row security, which knows a name for all of them. */
public final class Tenant {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    private Tenant() {}

    public static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }
}
