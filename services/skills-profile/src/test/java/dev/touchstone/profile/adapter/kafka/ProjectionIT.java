package dev.touchstone.profile.adapter.kafka;

import static dev.touchstone.profile.support.Organisation.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events become passports, whatever happens to them on the way. */
@ProfileIT
class ProjectionIT {

    private static final String TESTING = "gdad:testing";

    private final Organisation northwind = new Organisation("northwind");
    private final UUID ada = UUID.randomUUID();
    private final String admin = northwind.token("admin", "issuer-admin");

    @Test
    void aCredentialBecomesAHoldingThatNamesWhatProvesIt() {
        // Given
        UUID credential = UUID.randomUUID();

        // When
        tell(northwind.person(ada, 1, "Ada", "ada", "yard"), northwind.issued(credential, ada, TESTING, 3));

        // Then
        JsonPath passport = passport(body -> body.getList("holdings").size() == 1 && name(body) != null);
        assertThat(passport.getString("person.displayName")).isEqualTo("Ada");
        assertThat(passport.getString("holdings[0].skillId")).isEqualTo(TESTING);
        assertThat(passport.getString("holdings[0].level.name")).isEqualTo("Level 3");
        assertThat(passport.getString("holdings[0].state")).isEqualTo("current");
        assertThat(passport.getList("holdings[0].credentialIds", String.class)).containsExactly(credential.toString());
        assertThat(passport.getString("credentials[0].state")).isEqualTo("issued");
        assertThat(Instant.parse(passport.getString("freshness.projectedAt"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aCredentialBeforeItsPersonIsKeptAndTheNameComesLater() {
        // Given
        tell(northwind.issued(UUID.randomUUID(), ada, TESTING, 2));
        JsonPath nameless = passport(body -> body.getList("holdings").size() == 1);

        // When
        tell(northwind.person(ada, 1, "Ada", "ada", "yard"));

        // Then
        JsonPath named = passport(body -> name(body) != null);
        assertThat(nameless.getString("person.displayName")).isNull();
        assertThat(named.getInt("holdings[0].level.ordinal")).isEqualTo(2);
    }

    @Test
    void aRevocationBeforeItsCredentialHoldsItDown() {
        // Given
        UUID revoked = UUID.randomUUID();
        tell(northwind.revoked(revoked, ada));

        // When
        tell(northwind.issued(revoked, ada, TESTING, 4), northwind.issued(UUID.randomUUID(), ada, TESTING, 1));

        // Then
        JsonPath passport = passport(body -> body.getList("credentials").size() == 2);
        assertThat(passport.getInt("holdings[0].level.ordinal")).isEqualTo(1);
        assertThat(passport.getString("credentials.find { it.credentialId == '" + revoked + "' }.state"))
                .isEqualTo("revoked");
    }

    @Test
    void everyEventDeliveredAgainChangesNothing() {
        // Given
        UUID revoked = UUID.randomUUID();
        List<Event> events = List.of(
                northwind.person(ada, 2, "Ada Lovelace", "ada", "yard"),
                northwind.issued(UUID.randomUUID(), ada, TESTING, 3),
                northwind.issued(revoked, ada, "northwind:cranes", 1),
                northwind.revoked(revoked, ada));
        tell(events.toArray(Event[]::new));
        JsonPath before = passport(body -> body.getList("holdings").size() == 1
                && name(body) != null
                && body.getString("credentials.state").contains("revoked"));

        // When
        tell(events.toArray(Event[]::new));
        tell(northwind.person(ada, 1, "Ada Byron", "ada", "office"));
        UUID last = UUID.randomUUID();
        tell(northwind.issued(last, ada, "northwind:knots", 1));

        // Then
        JsonPath after = passport(body -> body.getList("holdings").size() == 2);
        assertThat(after.getLong("freshness.revision")).isEqualTo(before.getLong("freshness.revision") + 1);
        assertThat(after.getString("person.displayName")).isEqualTo("Ada Lovelace");
        assertThat(after.getString("person.unit.unitId")).isEqualTo("yard");
        assertThat(after.getList("credentials")).hasSize(3);
    }

    @Test
    void anAchievementKeepsItsNewestVersionWhateverArrivesAgainOrLate() {
        // Given
        String fit = "/profile/v1/me/fit?roleId=rigs:rigger:rigger";
        RoleSheets.putInForce(admin, "rigs", "Rigger,Rigger,Knots,Expert");
        tell(northwind.person(ada, 1, "Ada", "ada", "yard"));
        passport(body -> name(body) != null);
        String adaToken = northwind.token("ada", "employee");

        // When
        Event second = northwind.published("knots", 2, "rigs:knots", 4);
        Event retired = northwind.retired("crane-old", 1);
        tell(retired, second, northwind.published("knots", 1, "rigs:knots", 1), second, retired);
        tell(northwind.published("crane-old", 1, "rigs:knots", 4));
        tell(northwind.published("rope", 1, "rigs:knots", 2));

        // Then
        JsonPath compared = Api.await(
                adaToken,
                fit,
                body -> body.getList("nextSteps").size() == 2 && body.getInt("nextSteps[0].points") == 4);
        assertThat(compared.getList("nextSteps.achievementId", String.class)).containsExactly("knots", "rope");
        assertThat(compared.getString("nextSteps[0].name")).isEqualTo("Achievement knots v2");
    }

    private JsonPath passport(java.util.function.Predicate<JsonPath> wanted) {
        return Api.await(admin, "/profile/v1/people/" + ada, wanted);
    }

    private static String name(JsonPath body) {
        return body.getString("person.displayName");
    }
}
