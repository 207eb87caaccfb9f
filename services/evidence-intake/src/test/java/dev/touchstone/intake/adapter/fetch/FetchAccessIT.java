package dev.touchstone.intake.adapter.fetch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.adapter.egress.Egress;
import dev.touchstone.intake.adapter.egress.GuardedEgress;
import dev.touchstone.intake.adapter.http.Payloads;
import dev.touchstone.intake.adapter.postgres.Connections;
import dev.touchstone.intake.adapter.postgres.FetchQueue;
import dev.touchstone.intake.adapter.postgres.SettleFetch;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.support.Hris;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How this service proves who it is when it asks, whom it tells, and whose word it takes. */
@IntakeIT
class FetchAccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "secret-of-the-client";
    private static final String PERSON = "{'id':'p-1','email':'ada@example.org','name':'Ada Lind'}";

    private final Organisation organisation = new Organisation();
    /** Behind everything that a test sends. */
    private final Instant now = Instant.now().plusSeconds(60);

    private Hris hris;

    @Inject
    FetchWorker worker;

    @Inject
    Vertx vertx;

    @Inject
    EventLoop eventLoop;

    @Inject
    FetchQueue queue;

    @Inject
    Connections connections;

    @Inject
    StoredDeliveries deliveries;

    @Inject
    Payloads payloads;

    @Inject
    PayloadTemplates templates;

    @Inject
    SettleFetch settle;

    @Inject
    UnitOfWork unitOfWork;

    @BeforeEach
    void start() throws IOException {
        hris = new Hris();
    }

    @AfterEach
    void stop() {
        hris.close();
    }

    @Test
    void aTokenIsGotOnceAndUsedUntilItEnds() {
        // Given
        Sender sender = connected(client(), "");
        hris.answer("/token", 200, "{'access_token':'t-1','token_type':'Bearer','expires_in':3600}")
                .answer("/people/p-1", 200, PERSON)
                .answer("/people/p-2", 200, PERSON);
        notify(sender, "p-1");
        work(now);

        // When
        String second = notify(sender, "p-2");
        work(now.plusSeconds(1));

        // Then
        delivery(second).then().body("state", equalTo("accepted"));
        assertThat(hris.requests("/token")).hasSize(1);
        Hris.Request token = hris.requests("/token").get(0);
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(token.body())
                .isEqualTo("grant_type=client_credentials&client_id=us+%26+them&client_secret=" + SECRET
                        + "&scope=people%3Aread");
        assertThat(hris.requests("/people/p-2").get(0).headers()).containsEntry("authorization", "Bearer t-1");
    }

    @Test
    void aClientMaySayWhoItIsInOtherPlaces() {
        // Given
        Sender json = connected(client().replace("}", ",'clientAuthentication':'json'}"), "");
        Sender basic = connected(client().replace("}", ",'clientAuthentication':'basic'}"), "");
        hris.answer("/token", 200, "{'access_token':'t-1'}").answer("/people/p-1", 200, PERSON);
        notify(json, "p-1");
        work(now);
        notify(basic, "p-1");

        // When
        work(now.plusSeconds(1));

        // Then
        Hris.Request first = hris.requests("/token").get(0);
        assertThat(first.headers()).containsEntry("content-type", "application/json");
        assertThat(JsonText.object(first.body()))
                .containsEntry("client_id", "us & them")
                .containsEntry("client_secret", SECRET)
                .containsEntry("grant_type", "client_credentials");
        Hris.Request second = hris.requests("/token").get(1);
        assertThat(second.body()).isEqualTo("grant_type=client_credentials&scope=people%3Aread");
        assertThat(second.headers())
                .containsEntry("authorization", "Basic dXMrJTI2K3RoZW06c2VjcmV0LW9mLXRoZS1jbGllbnQ=");
    }

    @Test
    void oneRequestMayUseWhatAnotherBroughtAndSomeAreMadeByPost() {
        // Given
        String requests = "'requests':[{'name':'person','path':'/people/{id}','values':'"
                + text("{\"id\": notification.id}") + "','body':{'fields':['root.email']}},"
                + "{'name':'unit','path':'/units/{id}','values':'"
                + text("$exists(fetched.person.unit) ? {\"id\": fetched.person.unit}") + "'},"
                + "{'name':'site','path':'/sites/{id}','values':'"
                + text("$exists(fetched.person.site) ? {\"id\": fetched.person.site}") + "'}]}";
        Sender sender = Sender.of(organisation.connect("{'name':'HR','source':'hris','channel':'webhook','verifier':"
                + Sender.VERIFIER + ",'template':'" + text("""
                        {"person": {"email": fetched.person.email, "displayName": fetched.person.name,
                                    "unit": {"unitId": fetched.unit.id, "name": fetched.unit.name}}}""")
                + "','fetch':{'origin':'" + hris.origin()
                + "','credentials':{'kind':'api-key','header':'X-Api-Key'}," + requests + ",'fetchSecret':'" + SECRET
                + "'}"));
        hris.answer("/people/p-1", 200, "{'email':'ada@example.org','name':'Ada Lind','unit':'cold-store'}")
                .answer("/units/cold-store", 200, "{'id':'cold-store','name':'Cold store'}");
        notify(sender, "p-1");

        // When
        work(now);

        // Then
        organisation.admin().get("/intake/v1/people").then().body("items.unit.name", contains("Cold store"));
        assertThat(hris.requests()).extracting(Hris.Request::method).containsExactly("POST", "GET");
        assertThat(hris.requests().get(0).body()).isEqualTo("{\"fields\":[\"root.email\"]}");
        assertThat(hris.requests().get(0).headers()).containsEntry("content-type", "application/json");
        assertThat(hris.requests())
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-api-key", SECRET));
    }

    @Test
    void aTokenThatWasTakenBackIsReplacedOnce() {
        // Given
        Sender sender = connected(client(), "");
        hris.answer("/token", 200, "{'access_token':'t-1'}")
                .answer("/token", 200, "{'access_token':'t-2'}")
                .answer("/people/p-1", 401, "")
                .answer("/people/p-1", 200, PERSON);
        String delivery = notify(sender, "p-1");

        // When
        work(now);

        // Then
        delivery(delivery).then().body("state", equalTo("accepted"));
        assertThat(hris.requests("/people/p-1"))
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Bearer t-1", "Bearer t-2");
    }

    @Test
    void aClientThatIsNotKnownAsksOnce() {
        // Given
        Sender sender = connected(client(), "");
        hris.answer("/token", 400, "{'error':'invalid_client','echo':'" + SECRET + "'}");
        String delivery = notify(sender, "p-1");

        // When
        work(now);

        // Then
        delivery(delivery)
                .then()
                .body("state", equalTo("parked"))
                .body("reason", equalTo("fetch-unauthorised"))
                .body("detail", containsString("gives no token"))
                .body("detail", not(containsString(SECRET)));
        assertThat(hris.requests()).hasSize(1);
    }

    @Test
    void theSecretIsSealedAndShownNowhere() {
        // Given
        Sender sender = connected("{'kind':'basic','username':'us'}", "");

        // When
        Response connection = organisation.admin().get("/intake/v1/connections/" + sender.connectionId());

        // Then
        connection
                .then()
                .statusCode(200)
                .body("fetchSecretSet", equalTo(true))
                .body("fetch.credentials.username", equalTo("us"));
        assertThat(connection.asString()).doesNotContain(SECRET);
        byte[] sealed = unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<byte[]>createNativeQuery(
                                        "select fetch_secret from connection where cast(id as text) = ?1")
                                .setParameter(1, sender.connectionId())
                                .getSingleResult())
                .await()
                .atMost(PATIENCE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(stored(sender)).doesNotContain(SECRET);
    }

    @Test
    void neitherTheSecretNorWhatWasAnsweredIsLogged() {
        // Given
        Sender sender = connected(client(), "");
        hris.answer("/token", 200, "{'access_token':'token-in-use'}")
                .answer("/people/p-hush", 500, "{'echo':'answer-in-full'}")
                .answer("/people/p-hush", 200, "{'id':'p-hush','email':'answer-in-full'}");
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(new SimpleFormatter().format(line) + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);

        // When
        try {
            notify(sender, "p-hush");
            work(now);
            work(now.plusSeconds(30));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }

        // Then
        assertThat(hris.requests("/people/p-hush")).hasSize(2);
        assertThat(logged).anyMatch(line -> line.contains("event=delivery-fetch"));
        assertThat(logged)
                .noneMatch(line -> line.contains(SECRET)
                        || line.contains("token-in-use")
                        || line.contains("answer-in-full")
                        || line.contains("p-hush"));
    }

    @Test
    void theSecretIsNotToldToAnybodyElse() throws IOException {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");
        try (Hris other = new Hris()) {
            other.answer("/people/p-1", 200, PERSON);

            // When
            Response without = configure(sender, fetch(other.origin(), "{'kind':'bearer'}"), "");

            // Then
            without.then().statusCode(400).body("errors.pointer", hasItem("/fetchSecret"));
            forge(sender, hris.origin(), other.origin());
            String delivery = notify(sender, "p-1");
            work(now);
            delivery(delivery).then().body("reason", equalTo("fetch-secret-missing"));
            assertThat(other.requests()).isEmpty();
            configure(sender, fetch(other.origin(), "{'kind':'bearer'}"), ",'fetchSecret':'another'")
                    .then()
                    .statusCode(200);
            organisation
                    .admin()
                    .post("/intake/v1/deliveries/" + delivery + "/replay")
                    .then()
                    .statusCode(200);
            work(now);
            assertThat(other.requests().get(0).headers()).containsEntry("authorization", "Bearer another");
        }
    }

    @Test
    void theSecretStaysWhenOtherThingsChange() {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");

        // When
        configure(sender, fetch(hris.origin(), "{'kind':'bearer'}"), "").then().statusCode(200);

        // Then
        hris.answer("/people/p-1", 200, PERSON);
        notify(sender, "p-1");
        work(now);
        assertThat(hris.requests().get(0).headers()).containsEntry("authorization", "Bearer " + SECRET);
    }

    @Test
    void oneOrganisationsSettingsAreNeverUsedForAnother() throws IOException {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");
        Organisation neighbour = new Organisation();
        try (Hris theirs = new Hris()) {
            Sender other =
                    Sender.of(neighbour.connect(body(fetch(theirs.origin(), "{'kind':'bearer'}"), "theirs", "")));
            hris.answer("/people/p-1", 200, PERSON);
            theirs.answer("/people/p-1", 200, PERSON);
            notify(sender, "p-1");
            notify(other, "p-1");

            // When
            work(now);

            // Then
            assertThat(hris.requests()).hasSize(1);
            assertThat(hris.requests().get(0).headers()).containsEntry("authorization", "Bearer " + SECRET);
            assertThat(theirs.requests()).hasSize(1);
            assertThat(theirs.requests().get(0).headers()).containsEntry("authorization", "Bearer theirs");
            organisation.admin().get("/intake/v1/people").then().body("items", hasSize(1));
            neighbour.admin().get("/intake/v1/people").then().body("items", hasSize(1));
        }
    }

    @Test
    void privateAddressesAreNotAsked() {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");
        hris.answer("/people/p-1", 200, PERSON);
        String delivery = notify(sender, "p-1");
        Egress guarded = GuardedEgress.of(vertx);
        FollowUps followUps = new FollowUps(guarded, new AccessTokens(guarded), templates);
        FetchTry fetchTry =
                new FetchTry(connections, deliveries, followUps, payloads, settle, new SimpleMeterRegistry(), 3);
        FetchWorker asInProduction =
                new FetchWorker(vertx, eventLoop, queue, fetchTry, new SimpleMeterRegistry(), Duration.ofHours(1));

        // When
        asInProduction.work(now).await().atMost(PATIENCE);

        // Then
        delivery(delivery).then().body("state", equalTo("parked")).body("reason", equalTo("fetch-address-refused"));
        assertThat(hris.requests()).isEmpty();
    }

    @Test
    void anUnsignedNotificationBringsNothingButWhatIsFetched() {
        // Given
        Response created = organisation.connect("{'name':'HR','source':'hris','channel':'webhook',"
                + "'verifier':{'kind':'unsigned','allowUnsigned':true},'template':'" + text("""
                        {"person": {"employeeNumber": $string($exists(notification.number) ? notification.number
                           : fetched.person.number), "displayName": fetched.person.name}}""") + "','fetch':"
                + fetch(hris.origin(), "{'kind':'bearer'}") + ",'fetchSecret':'" + SECRET + "'}");
        String connection = created.path("connectionId");
        hris.answer("/people/p-1", 200, "{'number':7,'name':'Ada Lind'}");
        String delivery = given().contentType("application/json")
                .body(JsonText.bytes("{'event':'changed','id':'p-1','number':666}"))
                .post("/intake/v1/hooks/" + connection)
                .path("deliveryId");

        // When
        work(now);

        // Then
        delivery(delivery).then().body("state", equalTo("accepted"));
        organisation.admin().get("/intake/v1/people").then().body("items.employeeNumber", contains("7"));
    }

    @Test
    void anUnsignedNotificationThatIsNotFetchedChangesNobody() {
        // Given
        Response created = organisation.connect("{'name':'HR','source':'hris','channel':'webhook',"
                + "'verifier':{'kind':'unsigned','allowUnsigned':true},'template':'"
                + text("{\"person\": {\"employeeNumber\": \"7\"}}") + "','fetch':"
                + fetch(hris.origin(), "{'kind':'none'}") + "}");

        // When
        String delivery = given().contentType("application/json")
                .body(JsonText.bytes("{'event':'other'}"))
                .post("/intake/v1/hooks/" + created.path("connectionId"))
                .path("deliveryId");

        // Then
        delivery(delivery).then().body("state", equalTo("parked")).body("reason", equalTo("template-result"));
    }

    @Test
    void aPresetBringsWhatIsAsked() {
        // Given
        organisation
                .connect("{'name':'HR','preset':'bamboohr','fetch':{},'placeholders':{'companyUri':'" + hris.origin()
                        + "'}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fetchSecret"));
        organisation
                .connect("{'name':'HR','preset':'bamboohr','fetch':{},'fetchSecret':'key'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/placeholders"));
        Response created = organisation.connect("{'name':'HR','preset':'bamboohr','fetch':{},'fetchSecret':'key',"
                + "'placeholders':{'companyUri':'" + hris.origin() + "'},"
                + "'verifier':" + Sender.VERIFIER + "}");
        hris.answer("/api/v1/employees/7", 200, "{'id':'7','employeeNumber':'7','displayName':'Ada Lind'}");
        Sender sender = Sender.of(created);
        sender.hook("{'type':'employee.updated','timestamp':'2026-01-31T18:42:00+0000',"
                        + "'data':{'companyId':'1','employeeId':'7'}}")
                .then()
                .statusCode(200);

        // When
        work(now);

        // Then
        organisation.admin().get("/intake/v1/people").then().body("items.displayName", contains("Ada Lind"));
        assertThat(hris.requests().get(0).headers()).containsEntry("authorization", "Basic a2V5Ong=");
    }

    @Test
    void aDryRunShowsWhatWouldBeAskedAndWhatWouldComeOfAnAnswer() {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");

        // When
        Response before = dryRun(sender, "{'payload':{'event':'changed','id':'p 1'}}");
        Response after =
                dryRun(sender, "{'payload':{'event':'changed','id':'p 1'},'fetched':{'person':" + PERSON + "}}");

        // Then
        before.then()
                .statusCode(200)
                .body("items[0].state", equalTo("fetching"))
                .body("items[0].fetch[0].method", equalTo("GET"))
                .body("items[0].fetch[0].url", equalTo(hris.origin() + "/people/p%201"))
                .body("items[0].fetch[0].headers.Authorization", equalTo("Bearer …"));
        after.then().body("items[0].state", equalTo("accepted")).body("items[0].people", hasSize(1));
        assertThat(before.asString() + after.asString()).doesNotContain(SECRET);
        assertThat(hris.requests()).isEmpty();
        dryRun(sender, "{'payload':{'event':'changed'}}")
                .then()
                .body("items[0].state", equalTo("parked"))
                .body("items[0].fetch[0].detail", containsString("the value id is missing"));
    }

    @Test
    void aDeliveryIsTriedWithWhatWasFetchedForIt() {
        // Given
        Sender sender = connected("{'kind':'bearer'}", "");
        hris.answer("/people/p-1", 200, PERSON);
        String delivery = notify(sender, "p-1");
        work(now);

        // When
        Response dryRun = dryRun(sender, "{'deliveries':['" + delivery + "']}");

        // Then
        dryRun.then()
                .statusCode(200)
                .body("items[0].state", equalTo("accepted"))
                .body("items[0].before.differs", equalTo(false));
        assertThat(hris.requests()).hasSize(1);
    }

    @Test
    void whatCannotBeAskedIsNotConfigured() {
        organisation
                .connect(body(fetch("ftp://x.example.org", "{'kind':'bearer'}"), SECRET, ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fetch/origin"));
        organisation
                .connect(body(fetch(hris.origin(), "{'kind':'none'}"), SECRET, ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fetchSecret"));
        organisation
                .connect(body(fetch(hris.origin(), "{'kind':'bearer'}").replace("notification.event", "("), SECRET, ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fetch/requests/0/values"));
        organisation
                .connect("{'name':'x','source':'lms','channel':'xapi','fetch':"
                        + fetch(hris.origin(), "{'kind':'none'}") + "}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fetch"));
        organisation
                .connect("{'name':'x','preset':'github'}")
                .then()
                .statusCode(201)
                .body("fetch", nullValue())
                .body("fetchSecretSet", equalTo(false));
    }

    private String client() {
        return "{'kind':'client-credentials','tokenUrl':'" + hris.origin()
                + "/token','clientId':'us & them','scope':'people:read'}";
    }

    private Sender connected(String credentials, String more) {
        return Sender.of(organisation.connect(body(fetch(hris.origin(), credentials), SECRET, more)));
    }

    private static String body(String fetch, String secret, String more) {
        return "{'name':'HR','source':'hris','channel':'webhook','verifier':" + Sender.VERIFIER + ",'template':'"
                + template() + "','fetch':" + fetch + ",'fetchSecret':'" + secret + "'" + more + "}";
    }

    private static String template() {
        return text("""
                {"person": {"platformUserId": fetched.person.id, "email": fetched.person.email,
                            "displayName": fetched.person.name}}""");
    }

    private static String fetch(String origin, String credentials) {
        return "{'origin':'" + origin + "','credentials':" + credentials
                + ",'requests':[{'name':'person','path':'/people/{id}','values':'"
                + text("notification.event = \"changed\" ? {\"id\": notification.id}") + "'}]}";
    }

    private static String text(String template) {
        return template.replace("\"", "\\\"").replace("\n", " ");
    }

    private static String notify(Sender sender, String person) {
        return sender.hook("{'event':'changed','id':'" + person + "'}")
                .then()
                .statusCode(202)
                .extract()
                .path("deliveryId");
    }

    private Response configure(Sender sender, String fetch, String more) {
        return organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'HR','verifier':" + Sender.VERIFIER + ",'template':'" + template()
                        + "','fetch':" + fetch + more + "}"))
                .put("/intake/v1/connections/" + sender.connectionId());
    }

    private Response dryRun(Sender sender, String body) {
        return organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/connections/" + sender.connectionId() + "/dry-run");
    }

    /** As somebody with access to the database would. */
    private void forge(Sender sender, String from, String to) {
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.createNativeQuery("""
                                        update connection
                                        set settings = cast(replace(cast(settings as text), ?2, ?3) as jsonb)
                                        where cast(id as text) = ?1""")
                                .setParameter(1, sender.connectionId())
                                .setParameter(2, from)
                                .setParameter(3, to)
                                .executeUpdate())
                .await()
                .atMost(PATIENCE);
    }

    private String stored(Sender sender) {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<String>createNativeQuery(
                                        "select cast(settings as text) from connection where cast(id as text) = ?1")
                                .setParameter(1, sender.connectionId())
                                .getSingleResult())
                .await()
                .atMost(PATIENCE);
    }

    private Response delivery(String id) {
        return organisation.admin().get("/intake/v1/deliveries/" + id);
    }

    private void work(Instant asOf) {
        worker.work(asOf).await().atMost(PATIENCE);
    }
}
