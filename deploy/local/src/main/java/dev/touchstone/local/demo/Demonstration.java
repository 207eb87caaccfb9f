package dev.touchstone.local.demo;

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
    private final Showcase showcase;

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
        this.showcase = new Showcase(http, addresses, watch, out);
    }

    /** Whether the organisation is there already. */
    public boolean wasBegun() {
        String somebody = "maya.lindqvist";
        return people.isKnown(signIn.as(somebody));
    }

    /**
     * Shows again what came of a day that was played before.
     *
     * @throws DemonstrationFailed when it is there no more, or no longer valid
     */
    public void showAgain() {
        say("The day was played before; its organisation is there to look around in.");
        showcase.show();
    }

    /** A token for the service interfaces, as the person would get by signing in. */
    public String token(String login) {
        return signIn.token(login);
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
        Duration slowest = watch.until(achievement -> !catalogue.isJudged(achievement), PATIENCE);
        say("14:00  two assessors work through their queue; one claim is judged by both, blind of each other");
        assessors.judgeEverything(people, 4, PATIENCE);
        if (assessors.byTwo() != 1) {
            throw new DemonstrationFailed("one case is double marked, and not " + assessors.byTwo());
        }
        watch.until(achievement -> true, PATIENCE);
        table(watch.requireExactly(), slowest);
        showcase.show();
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

    private void table(int credentials, Duration slowest) {
        out.println();
        row("Evidence received", ledger.acceptedCount());
        row("Duplicates absorbed", ledger.duplicateCount());
        row("Assessments by rule", credentials - assessors.passed());
        row("Assessments by people", assessors.passed() + assessors.notYetMet());
        row("  of these by two, who agree", assessors.byTwo());
        row("Credentials", credentials);
        row("People with a new skill", ledger.expected().size());
        row("Slowest evidence to profile", slowest.toMillis() + " ms");
    }

    private void row(String name, Object value) {
        out.printf("  %-30s %10s%n", name, value);
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}
