package dev.touchstone.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * Statements at their times, whether earlier ones are answered or not (an open model). First the rate is climbed to, in
 * {@code bench.warmup} seconds, then held for {@code bench.seconds}. {@code bench.rate} is in requests a second, {@code
 * bench.batch} the statements of each. What is refused with 429 is counted as a failure, so that capacity shows.
 *
 * <p>Two runs with the same {@code bench.seed} send the same statements, so that the second changes nothing. The people of
 * the statements are made known first, unless {@code bench.people} is {@code false}: their evidence is then parked.
 *
 * <p>With a system up: {@code mvn -f deploy/bench/pom.xml test-compile gatling:test -Dbench.rate=150}.
 */
public class StatementsSimulation extends Simulation {

    private static final String INTAKE = System.getProperty("bench.intake", "http://localhost:8081");
    private static final int RATE = Integer.getInteger("bench.rate", 100);
    private static final int BATCH = Integer.getInteger("bench.batch", 1);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 60));
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final long SEED = Long.getLong("bench.seed", System.nanoTime());
    private static final String VERB = System.getProperty("bench.verb", "completed");

    public StatementsSimulation() {
        Machine.describe();
        System.out.printf(
                "%d requests a second of %d statements, %s, seed %d, Gatling %s%n",
                RATE, BATCH, VERB, SEED, Simulation.class.getPackage().getImplementationVersion());
        Statements statements = new Statements(VERB, SEED);
        Target target = new Target(INTAKE);
        if (Boolean.parseBoolean(System.getProperty("bench.people", "true"))) {
            target.hire(Statements.PEOPLE);
        }
        HttpProtocolBuilder intake = http.baseUrl(INTAKE)
                .authorizationHeader(target.connect())
                .contentTypeHeader("application/json")
                .header("X-Experience-API-Version", "1.0.3")
                .shareConnections();
        ScenarioBuilder platform = scenario("learning platform")
                .exec(http("statements")
                        .post("/xapi/statements")
                        .body(StringBody(session -> statements.body(BATCH)))
                        .check(status().is(200)));
        setUp(platform.injectOpen(
                        rampUsersPerSec(1).to(RATE).during(WARM_UP),
                        constantUsersPerSec(RATE).during(HELD)))
                .protocols(intake);
    }
}
