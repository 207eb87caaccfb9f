package dev.touchstone.local.demo;

import java.util.List;

/** What happens on the day, and what has to come of it. */
final class WorkingDay {

    /** Joins today: evidence about her arrives before the HRIS has told of her. */
    static final String NEWCOMER = "yara.haidari";

    private static final List<String> LIFTERS = List.of(
            "maya.lindqvist",
            "jonas.weber",
            "priya.raman",
            "luca.ferrari",
            "hana.kovar",
            "samuel.adeyemi",
            "elif.demir");
    private static final List<String> LEDGER_READERS =
            List.of("maya.lindqvist", "jonas.weber", "priya.raman", "freya.nilsen");
    private static final List<String> RESPONDERS =
            List.of("maya.lindqvist", "jonas.weber", "priya.raman", "owen.gallagher");
    private static final List<String> ENGINEERS =
            List.of("daniel.okonkwo", "sofia.marchetti", "kenji.mori", "anneke.visser", "rafael.duarte");
    private static final List<String> WELCOMERS = List.of("aisha.rahman", "henrik.dahl");

    private final People people;
    private final Lms lms;
    private final Webhooks work;
    private final Recognition recognition;
    private final Claims claims;
    private final Ledger ledger;

    WorkingDay(People people, Lms lms, Webhooks work, Recognition recognition, Claims claims, Ledger ledger) {
        this.people = people;
        this.lms = lms;
        this.work = work;
        this.recognition = recognition;
        this.claims = claims;
        this.ledger = ledger;
    }

    /** Courses: most pass at once, one at the second try. */
    void learn() {
        for (String login : LIFTERS) {
            lift(login, "luca.ferrari".equals(login) ? 0.6 : 0.9);
        }
        lms.scored(people.byLogin("luca.ferrari"), "safe-lifting/check", 0.85);
        for (String login : LEDGER_READERS) {
            lms.completed(people.byLogin(login), "cold-chain-ledger");
        }
        for (String login : RESPONDERS) {
            lms.completed(people.byLogin(login), "incident-first-response");
        }
        lms.completed(people.byLogin("chloe.martin"), "difficult-conversations");
        lms.completed(people.byLogin("mateo.silva"), "difficult-conversations");
        LIFTERS.forEach(login -> ledger.expect(login, "safe-lifting"));
    }

    /** Work: deviations closed, incidents resolved, changes merged. One engineer has merged too few. */
    void work() {
        for (String login : LEDGER_READERS) {
            for (int load = 1; load <= 2; load++) {
                String item = "deviation/" + login + "-" + load;
                work.work(people.byLogin(login), "resolved", "deviation", item, "Broken chain", List.of("cold-chain"));
            }
            ledger.expect(login, "cold-chain-ledger");
        }
        for (String login : RESPONDERS) {
            work.work(
                    people.byLogin(login),
                    "resolved",
                    "incident",
                    "incident/" + login,
                    "Incident",
                    List.of("incident"));
            ledger.expect(login, "incident-first-response");
        }
        for (String login : ENGINEERS) {
            merge(login, 3);
            ledger.expect(login, "clean-code-in-review");
        }
        merge("leila.farouk", 2);
        RESPONDERS.stream()
                .filter(LIFTERS::contains)
                .filter(LEDGER_READERS::contains)
                .forEach(login -> ledger.expect(login, "shift-ready"));
    }

    /** Thanks from colleagues. One person was thanked once only. */
    void thank() {
        for (String login : WELCOMERS) {
            recognition.thank(people.byLogin(login), "Showed me around on my first day");
            recognition.thank(people.byLogin(login), "Sat with me through my first shift");
            ledger.expect(login, "welcoming-newcomers");
        }
        recognition.thank(people.byLogin("paulo.nogueira"), "Found me a locker");
    }

    /** What people claim themselves; assessors will judge it. */
    void claim() {
        DemoPeople.Person paulo = people.byLogin("paulo.nogueira");
        String planning = "planning-from-experience";
        claims.earlier(paulo, planning, "Plan of the harbour move", "Twelve people, nine months.", "2014-03-01");
        claims.earlier(paulo, planning, "Review of the harbour move", "Kept, with two changes.", "2015-01-15");
        claims.reflection(paulo, planning, "I would ask the crane drivers first; they knew.", "2026-11-20");
        DemoPeople.Person kenji = people.byLogin("kenji.mori");
        claims.artefact(kenji, "leading-incidents", "Incident 118", "Cooling failure, hall 3.", "2026-09-02");
        claims.artefact(kenji, "leading-incidents", "Incident 131", "Network outage at night.", "2026-10-11");
        for (String login : List.of("chloe.martin", "mateo.silva")) {
            claims.reflection(
                    people.byLogin(login),
                    "difficult-conversations",
                    "I told a colleague that her reports come too late, and asked how I could help.",
                    "2026-11-10");
        }
        ledger.expect("paulo.nogueira", planning);
        ledger.expect("kenji.mori", "leading-incidents");
        ledger.expect("chloe.martin", "difficult-conversations");
    }

    /** Evidence about somebody the system has never heard of. */
    void newcomerLearns() {
        lift(NEWCOMER, 0.95);
        ledger.expect(NEWCOMER, "safe-lifting");
    }

    /** Senders repeat themselves, and somebody tries a forged signature. */
    void repeat() {
        lms.sendEverythingAgain();
        work.sendAgain(10);
        work.forge();
    }

    private void lift(String login, double score) {
        lms.completed(people.byLogin(login), "safe-lifting");
        lms.scored(people.byLogin(login), "safe-lifting/check", score);
    }

    private void merge(String login, int changes) {
        for (int change = 1; change <= changes; change++) {
            String item = "change/" + login + "-" + change;
            work.work(people.byLogin(login), "merged", "change", item, "Change " + change, List.of("code"));
        }
    }
}
