package dev.touchstone.profile.adapter.mongo;

import static dev.touchstone.profile.support.Organisation.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The projection is built anew from the topics, and nobody notices. */
@ProfileIT
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 25;
    private static final int HISTORY = 8;

    @Inject
    ReactiveMongoClient client;

    private final Organisation northwind = new Organisation("northwind");
    private final String admin = northwind.token("admin", "issuer-admin");
    private final String operator = northwind.token("ops", "integration-admin");
    private final List<UUID> people = new ArrayList<>();
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();

    @Test
    void readsAndEventsGoOnDuringARebuildAndTheResultEqualsARecount() throws InterruptedException {
        // Given
        staff();
        String before = live();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Thread writer = thread(over, this::tellMore);
        Thread reader = thread(over, () -> readSomebody(reads, wrong));
        await().atMost(PATIENCE).untilAtomic(reads, greaterThan(20));

        int toldBefore = told.size();

        // When
        JsonPath rebuilt = completed(Api.post(operator, "/profile/v1/rebuilds"));

        // Then
        assertThat(told).hasSizeGreaterThan(toldBefore);
        int readsAtSwitch = reads.get();
        await().atMost(PATIENCE).untilAtomic(reads, greaterThan(readsAtSwitch + 20));
        over.set(true);
        writer.join();
        reader.join();
        assertThat(wrong).isEmpty();
        assertThat(rebuilt.getLong("eventsRead")).isEqualTo(rebuilt.getLong("eventsTotal"));
        assertThat(live()).isNotEqualTo(before).isEqualTo(rebuilt.getString("rebuildId"));
        everyoneEqualsARecount();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collections()).noneMatch(name -> name.endsWith("_" + before)));
    }

    @Test
    void whatWasWipedIsRestored() {
        // Given
        staff();
        String live = live();
        database().getCollection("passports_" + live).drop().await().atMost(PATIENCE);
        assertThat(Api.get(admin, "/profile/v1/people/" + people.get(0)).statusCode())
                .isEqualTo(404);

        // When
        completed(Api.post(operator, "/profile/v1/rebuilds"));

        // Then
        everyoneEqualsARecount();
    }

    @Test
    void aRebuildThatWasLeftBehindIsTakenOverAndASecondOneHasToWait() {
        // Given
        staff();
        UUID abandoned = UUID.randomUUID();
        database()
                .getCollection("rebuilds")
                .insertOne(new Document("_id", abandoned.toString())
                        .append("tenant", northwind.tenant())
                        .append("startedBy", "a replica that is gone")
                        .append("startedAt", new Date())
                        .append("state", "RUNNING")
                        .append(
                                "progress",
                                new Document("total", 9L).append("read", 3L).append("skipped", 0L))
                        .append("attempts", 1)
                        .append("heardOfAt", new Date()))
                .await()
                .atMost(PATIENCE);
        database()
                .getCollection("projection")
                .updateOne(
                        new Document("_id", "profile"),
                        new Document("$set", new Document("shadow", abandoned.toString())))
                .await()
                .atMost(PATIENCE);

        // When
        Response second = Api.post(operator, "/profile/v1/rebuilds");

        // Then
        assertThat(second.statusCode()).isEqualTo(409);
        JsonPath rebuilt = Api.await(
                operator,
                "/profile/v1/rebuilds/" + abandoned,
                body -> body.getString("state").equals("completed"));
        assertThat(rebuilt.getInt("attempts")).isEqualTo(2);
        assertThat(live()).isEqualTo(abandoned.toString());
        everyoneEqualsARecount();
    }

    @Test
    void aRebuildThatSwitchedButDidNotSaySoIsFoundComplete() {
        // Given
        staff();
        UUID switched = UUID.fromString(
                completed(Api.post(operator, "/profile/v1/rebuilds")).getString("rebuildId"));
        database()
                .getCollection("rebuilds")
                .updateOne(
                        new Document("_id", switched.toString()),
                        new Document("$set", new Document("state", "RUNNING").append("heardOfAt", new Date(0))))
                .await()
                .atMost(PATIENCE);

        // When
        JsonPath found = Api.await(
                operator,
                "/profile/v1/rebuilds/" + switched,
                body -> body.getString("state").equals("completed"));

        // Then
        assertThat(found.getString("reason")).isNull();
        assertThat(live()).isEqualTo(switched.toString());
    }

    private void staff() {
        for (int number = 0; number < PEOPLE; number++) {
            UUID person = UUID.randomUUID();
            people.add(person);
            say(northwind.person(person, 1, "P" + number, "p" + number, "yard"));
            say(northwind.issued(UUID.randomUUID(), person, "gdad:testing", 1 + number % 4));
            for (int old = 0; old < HISTORY; old++) {
                say(northwind.issued(UUID.randomUUID(), person, "northwind:old-" + old, 1));
            }
            UUID revoked = UUID.randomUUID();
            say(northwind.issued(revoked, person, "northwind:knots", 4));
            say(northwind.revoked(revoked, person));
        }
        everyoneEqualsARecount();
    }

    private void tellMore() {
        UUID person = people.get((int) (Math.random() * PEOPLE));
        UUID credential = UUID.randomUUID();
        say(northwind.issued(credential, person, "northwind:skill-" + (int) (Math.random() * 5), 2));
        if (Math.random() < 0.3) {
            say(northwind.revoked(credential, person));
        }
    }

    private void say(Event event) {
        tell(event);
        told.add(event);
    }

    private void readSomebody(AtomicInteger reads, Queue<String> wrong) {
        UUID person = people.get(reads.getAndIncrement() % PEOPLE);
        Response response = Api.get(admin, "/profile/v1/people/" + person);
        boolean whole = response.statusCode() == 200
                && response.jsonPath().getString("person.displayName") != null
                && response.jsonPath().getList("holdings.skillId").contains("gdad:testing");
        if (!whole) {
            wrong.add(response.statusCode() + " " + response.asString());
        }
    }

    /** Counted from the events told, by hand, and compared with what the interface says. */
    private void everyoneEqualsARecount() {
        Map<String, Map<String, Integer>> recount = recount();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> people.forEach(person -> {
                    JsonPath passport =
                            Api.get(admin, "/profile/v1/people/" + person).jsonPath();
                    Map<String, Integer> held = new TreeMap<>();
                    List<Map<String, Object>> holdings = passport.getList("holdings");
                    holdings.forEach(holding -> held.put((String) holding.get("skillId"), (Integer)
                            ((Map<?, ?>) holding.get("level")).get("ordinal")));
                    assertThat(held).isEqualTo(recount.get(person.toString()));
                    assertThat(passport.getString("person.displayName")).isNotNull();
                }));
    }

    private Map<String, Map<String, Integer>> recount() {
        List<String> revoked = told.stream()
                .filter(event -> event.type().contains("revoked"))
                .map(event -> event.data().get("credentialId").asText())
                .toList();
        Map<String, Map<String, Integer>> levels = new TreeMap<>();
        told.stream()
                .filter(event -> event.type().contains("issued"))
                .filter(event ->
                        !revoked.contains(event.data().get("credentialId").asText()))
                .forEach(event -> event.data()
                        .get("skills")
                        .forEach(skill -> levels.computeIfAbsent(
                                        event.data().get("personId").asText(), unseen -> new TreeMap<>())
                                .merge(
                                        skill.get("skillId").asText(),
                                        skill.get("ordinal").asInt(),
                                        Math::max)));
        return levels;
    }

    private JsonPath completed(Response started) {
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(Instant.parse(started.jsonPath().getString("startedAt"))).isBeforeOrEqualTo(Instant.now());
        return Api.await(
                operator,
                "/profile/v1/rebuilds/" + started.jsonPath().getString("rebuildId"),
                body -> body.getString("state").equals("completed"));
    }

    private static Thread thread(AtomicBoolean over, Runnable work) {
        Thread thread = new Thread(() -> {
            while (!over.get()) {
                work.run();
            }
        });
        thread.start();
        return thread;
    }

    private String live() {
        return database()
                .getCollection("projection")
                .find()
                .collect()
                .first()
                .await()
                .atMost(PATIENCE)
                .getString("live");
    }

    private List<String> collections() {
        return database().listCollectionNames().collect().asList().await().atMost(PATIENCE);
    }

    private ReactiveMongoDatabase database() {
        return client.getDatabase("skills_profile");
    }
}
