package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Shows what came of the day for one person: a credential as a verifier sees it, and her passport. */
final class Showcase {

    /** She completes a pathway on the day. */
    private static final String PERSON = "maya.lindqvist";

    private final Http http;
    private final Addresses addresses;
    private final Watch watch;
    private final PrintStream out;

    Showcase(Http http, Addresses addresses, Watch watch, PrintStream out) {
        this.http = http;
        this.addresses = addresses;
        this.watch = watch;
        this.out = out;
    }

    /** @throws DemonstrationFailed when the credential is not there, or not valid */
    void show() {
        JsonNode passport = watch.passport(PERSON);
        verification(passport.path("credentials").path(0).path("url").asText());
        passport(passport);
    }

    private void verification(String url) {
        if (url.isEmpty()) {
            throw new DemonstrationFailed(PERSON + " holds no credential");
        }
        JsonNode credential = http.get(url, null).expect(200).body();
        JsonNode verified = http.post(addresses.issuance() + "/credentials/verify", null, credential)
                .expect(200)
                .body();
        out.println();
        out.println("Verification of " + url);
        verified.path("checks")
                .forEach(check -> out.printf(
                        "  %-12s %-8s %s%n",
                        check.path("check").asText(),
                        check.path("outcome").asText(),
                        check.path("reason").asText()));
        out.println("  => " + verified.path("verdict").asText());
        if (!"valid".equals(verified.path("verdict").asText())) {
            throw new DemonstrationFailed("a credential of ours is not valid");
        }
    }

    private void passport(JsonNode passport) {
        out.println();
        out.println("Passport of " + passport.at("/person/displayName").asText());
        passport.path("holdings")
                .forEach(holding -> out.printf(
                        "  %-32s %-20s %s%n",
                        holding.path("name").asText(),
                        holding.at("/level/name")
                                .asText("level " + holding.at("/level/ordinal").asText()),
                        holding.path("state").asText()));
    }
}
