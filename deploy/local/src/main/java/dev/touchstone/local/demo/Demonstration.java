package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A working day of an invented organisation, played through the public interfaces only, and held to what has to come of
 * it.
 */
public final class Demonstration {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TENANT = "northwind";

    private final Addresses addresses;
    private final PrintStream out;
    private final Http http = new Http();
    private final Ledger ledger = new Ledger();
    private final SignIn signIn;
    private final People people;
    private final Catalogue catalogue;
    private final Watch watch;
    private final Assessors assessors;

    public Demonstration(Addresses addresses, PrintStream out) {
        DemoPeople known = DemoPeople.load();
        DemoPeople.Organisation organisation = known.organisations().stream()
                .filter(one -> one.tenant().equals(TENANT))
                .findFirst()
                .orElseThrow();
        this.addresses = addresses;
        this.out = out;
        this.signIn = new SignIn(http, addresses, known.password());
        this.people = new People(http, addresses, organisation);
        this.catalogue = new Catalogue(http, addresses);
        this.watch = new Watch(http, addresses, people, signIn, ledger);
        this.assessors = new Assessors(http, addresses, signIn);
    }

    /** Whether the organisation is there already. */
    public boolean wasPlayed() {
        String somebody = "maya.lindqvist";
        return people.isKnown(signIn.as(somebody));
    }

    /**
     * Plays the day and prints what came of it.
     *
     * @throws DemonstrationFailed when something was refused, lost or doubled
     */
    public void play() {
        Integrations integrations = new Integrations(http, addresses, signIn.as("viktor.lang"));
        Webhooks hris = setUp(integrations);
        Webhooks workTool = new Webhooks(http, addresses, integrations.workTool(), ledger);
        WorkingDay day = new WorkingDay(
                people,
                new Lms(http, addresses, integrations.lms(), ledger),
                workTool,
                new Recognition(http, addresses, integrations.recognition(), ledger),
                new Claims(http, addresses, signIn, ledger),
                ledger);
        say("08:00  the learning platform reports courses and scores");
        day.learn();
        say("09:00  evidence about somebody nobody knows yet, then the HRIS tells who she is");
        day.newcomerLearns();
        DemoPeople.Person newcomer = people.byLogin(WorkingDay.NEWCOMER);
        hris.person(newcomer, people.unitName(newcomer.unitId()));
        ledger.startsNow(newcomer.login());
        say("10:00  work gets done, colleagues say thank you");
        day.work();
        day.thank();
        say("12:00  people claim what they can do; senders repeat themselves; somebody forges a signature");
        day.claim();
        day.repeat();
        say("13:00  recognised by rule: waiting until it shows in the passports");
        watch.until(achievement -> !catalogue.isJudged(achievement), PATIENCE);
        say("14:00  two assessors work through their queue");
        assessors.judgeEverything(people, 4, PATIENCE);
        watch.until(achievement -> true, PATIENCE);
        report(watch.requireExactly());
    }

    private Webhooks setUp(Integrations integrations) {
        String issuerAdmin = signIn.as("ruth.abebe");
        http.put(
                        addresses.issuance() + "/credentials/v1/issuer",
                        issuerAdmin,
                        Map.of(
                                "name", "Northwind Cold Logistics",
                                "url", "https://northwind.example",
                                "email", "skills@northwind.example",
                                "description", "Recognition of skills shown at work at Northwind"))
                .expect(200, 201);
        people.load(integrations.hrisLoad(), List.of(WorkingDay.NEWCOMER));
        catalogue.publish(issuerAdmin, UUID.randomUUID().toString());
        say("07:00  " + people.size() + " people in 3 units, " + catalogue.size() + " achievements");
        return new Webhooks(http, addresses, integrations.hrisChanges(), ledger);
    }

    private void report(int credentials) {
        table(credentials);
        JsonNode passport = watch.passport("maya.lindqvist");
        JsonNode newest = passport.path("credentials").path(0);
        JsonNode credential =
                http.get(newest.path("url").asText(), null).expect(200).body();
        JsonNode verified = http.post(addresses.issuance() + "/credentials/verify", null, credential)
                .expect(200)
                .body();
        out.println();
        out.println("Verification of " + newest.path("url").asText());
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

    private void table(int credentials) {
        out.println();
        row("Evidence received", ledger.acceptedCount());
        row("Duplicates absorbed", ledger.duplicateCount());
        row("Assessments by rule", credentials - assessors.passed());
        row("Assessments by people", assessors.passed() + assessors.notYetMet());
        row("Credentials", credentials);
        row("People with a new skill", ledger.expected().size());
        row("Slowest evidence to profile", watch.slowest().toMillis() + " ms");
    }

    private void row(String name, Object value) {
        out.printf("  %-30s %10s%n", name, value);
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}
