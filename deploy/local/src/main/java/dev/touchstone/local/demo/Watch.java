package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks at people's passports until what has to be there is there, and says what is not. */
final class Watch {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Http http;
    private final String url;
    private final People people;
    private final SignIn signIn;
    private final Ledger ledger;

    Watch(Http http, Addresses addresses, People people, SignIn signIn, Ledger ledger) {
        this.http = http;
        this.url = addresses.profile() + "/profile/v1/me";
        this.people = people;
        this.signIn = signIn;
        this.ledger = ledger;
    }

    /**
     * Waits until everybody holds what is expected of these achievements.
     *
     * @return the longest time from a person's last piece of evidence that waits for nobody's judgement to the passport
     *     that shows all of these
     * @throws DemonstrationFailed naming what is missing when the time is over, and what is there and should not be
     */
    Duration until(Predicate<String> achievements, Duration patience) {
        Map<String, Set<String>> awaited = wanted(achievements);
        Duration slowest = Duration.ZERO;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!awaited.isEmpty()) {
            for (String login : List.copyOf(awaited.keySet())) {
                JsonNode passport = passport(login);
                if (held(passport).containsAll(awaited.get(login))) {
                    slowest = Collections.max(List.of(slowest, took(login, passport)));
                    awaited.remove(login);
                }
            }
            if (!awaited.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new DemonstrationFailed("not recognised after " + patience.toSeconds() + " s: " + awaited);
                }
                pause();
            }
        }
        return slowest;
    }

    private Duration took(String login, JsonNode passport) {
        Instant projected = Instant.parse(passport.at("/freshness/projectedAt").asText());
        return ledger.lastEvidence(login)
                .map(accepted -> Duration.between(accepted, projected))
                .orElse(Duration.ZERO);
    }

    /**
     * Everybody holds exactly what is expected, each once, and who has shown too little holds nothing. Returns the number
     * of credentials.
     */
    int requireExactly() {
        int credentials = 0;
        for (String login : people.logins()) {
            Set<String> expected = ledger.expected().getOrDefault(login, Set.of());
            List<String> held = held(passport(login));
            if (held.size() != expected.size() || !held.containsAll(expected)) {
                throw new DemonstrationFailed(login + " holds " + held + " and not " + expected);
            }
            credentials += held.size();
        }
        return credentials;
    }

    JsonNode passport(String login) {
        Http.Answer answer = http.get(url, signIn.as(login));
        // Nobody yet: news of the person has not arrived there. The passport is empty then.
        return answer.status() == 404 || answer.status() == 403
                ? Http.JSON.createObjectNode()
                : answer.expect(200).body();
    }

    private Map<String, Set<String>> wanted(Predicate<String> achievements) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        ledger.expected().forEach((login, all) -> {
            Set<String> some = new TreeSet<>(all.stream().filter(achievements).toList());
            if (!some.isEmpty()) {
                wanted.put(login, some);
            }
        });
        return wanted;
    }

    private static List<String> held(JsonNode passport) {
        List<String> held = new ArrayList<>();
        passport.path("credentials")
                .forEach(credential -> held.add(credential.path("achievementId").asText()));
        return held;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemonstrationFailed("interrupted");
        }
    }
}
