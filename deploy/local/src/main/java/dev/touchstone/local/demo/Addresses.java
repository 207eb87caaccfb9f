package dev.touchstone.local.demo;

import dev.touchstone.local.Port;
import dev.touchstone.local.Settings;

/** Where the parts of a running stack are reached; no trailing slashes. */
public record Addresses(String intake, String assessment, String issuance, String profile, String openId) {

    /** The system on this machine. */
    public static Addresses of(Settings settings) {
        return new Addresses(
                settings.http(Port.EVIDENCE_INTAKE),
                settings.http(Port.ASSESSMENT),
                settings.http(Port.CREDENTIAL_ISSUANCE),
                settings.http(Port.SKILLS_PROFILE),
                settings.http(Port.OPENID));
    }
}
