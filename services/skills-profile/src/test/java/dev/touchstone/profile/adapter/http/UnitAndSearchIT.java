package dev.touchstone.profile.adapter.http;

import static dev.touchstone.profile.support.Organisation.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A unit's skills, who holds a skill, and what the organisation has. */
@ProfileIT
class UnitAndSearchIT {

    private static final String CRANES = "https://skills.example/framework/cranes?level=a b&x=1";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Organisation northwind = new Organisation("northwind");
    private final String admin = northwind.token("admin", "issuer-admin");
    private final String manager = northwind.token("mia", "manager", "employee");

    @Test
    void theMatrixShowsEveryoneWhoWorksThereAndTheHeatCountsThem() {
        // Given
        UUID ada = worker("Ada", "yard");
        UUID ben = worker("Ben", "yard");
        worker("Mia", "yard");
        UUID gone = UUID.randomUUID();
        Instant soon = Instant.now().plus(20, ChronoUnit.DAYS);
        tell(
                northwind.issued(UUID.randomUUID(), ada, CRANES, 3),
                northwind.issued(UUID.randomUUID(), ben, CRANES, 1, LONG_AGO, soon),
                northwind.issued(
                        UUID.randomUUID(), ben, "northwind:knots", 2, LONG_AGO, Instant.parse("2025-01-01T00:00:00Z")),
                northwind.issued(UUID.randomUUID(), gone, CRANES, 4),
                northwind.left(gone, 1, "Gone", "gone", "yard"));
        awaitHoldings(ada, 1);
        awaitHoldings(ben, 2);

        // When
        JsonPath unit = Api.await(
                manager,
                "/profile/v1/units/yard/skills",
                body -> body.getList("people").size() == 3
                        && body.getList("skills").size() == 2);

        // Then
        assertThat(unit.getList("people.displayName")).containsExactly("Ada", "Ben", "Mia");
        assertThat(unit.getString("skills[0].skillId")).isEqualTo(CRANES);
        assertThat(unit.getInt("skills[0].held")).isEqualTo(2);
        assertThat(unit.getInt("skills[0].expiring")).isEqualTo(1);
        assertThat(unit.getList("skills[0].levels"))
                .isEqualTo(List.of(Map.of("ordinal", 1, "people", 1), Map.of("ordinal", 3, "people", 1)));
        assertThat(unit.getInt("skills[1].held")).isZero();
        assertThat(unit.getInt("skills[1].lapsed")).isEqualTo(1);
        assertThat(unit.getString("people[1].holdings.find { it.skillId == 'northwind:knots' }.state"))
                .isEqualTo("lapsed");
    }

    @Test
    void holdersComeBestFirstPageByPageAndOnlyThoseWhoHoldItNow() {
        // Given
        List<UUID> staff = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            UUID person = worker("P" + number, "yard");
            staff.add(person);
            tell(northwind.issued(UUID.randomUUID(), person, CRANES, 1 + number % 3));
        }
        UUID lapsed = worker("Lapsed", "yard");
        UUID revoked = worker("Revoked", "yard");
        UUID credential = UUID.randomUUID();
        tell(
                northwind.issued(UUID.randomUUID(), lapsed, CRANES, 4, LONG_AGO, Instant.parse("2021-01-01T00:00:00Z")),
                northwind.issued(credential, revoked, CRANES, 4),
                northwind.revoked(credential, revoked));
        staff.forEach(person -> awaitHoldings(person, 1));
        awaitHoldings(lapsed, 1);
        Api.await(
                admin,
                "/profile/v1/people/" + revoked,
                body -> "revoked".equals(body.getString("credentials[0].state")));

        // When
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = holders(admin, cursor, 3);
            names.addAll(page.getList("items.person.displayName", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(names).containsExactly("P2", "P5", "P1", "P4", "P0", "P3", "P6");
    }

    @Test
    void aManagersSearchStaysInTheirUnit() {
        // Given
        worker("Mia", "yard");
        UUID own = worker("Own", "yard");
        UUID other = worker("Other", "office");
        tell(
                northwind.issued(UUID.randomUUID(), own, CRANES, 1),
                northwind.issued(UUID.randomUUID(), other, CRANES, 2));
        awaitHoldings(own, 1);
        awaitHoldings(other, 1);

        // When
        JsonPath seen = holders(manager, null, 50);

        // Then
        assertThat(seen.getList("items.person.displayName")).containsExactly("Own");
        assertThat(holders(admin, null, 50).getList("items.person.displayName")).containsExactly("Other", "Own");
    }

    @Test
    void countsThatPointAtSinglePeopleAreToldToAdministratorsOnly() {
        // Given
        List<UUID> staff = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            UUID person = worker("P" + number, "yard");
            staff.add(person);
            tell(northwind.issued(UUID.randomUUID(), person, "northwind:knots", 1));
        }
        tell(northwind.issued(UUID.randomUUID(), staff.get(0), CRANES, 2));
        awaitHoldings(staff.get(0), 2);
        staff.subList(1, 6).forEach(person -> awaitHoldings(person, 1));

        // When
        JsonPath employee =
                Api.get(northwind.token("P1", "employee"), "/profile/v1/skills").jsonPath();
        JsonPath administrator = Api.get(admin, "/profile/v1/skills").jsonPath();

        // Then
        assertThat(employee.getList("items.skillId")).containsExactly(CRANES, "northwind:knots");
        assertThat(employee.getList("items.held")).containsExactly(null, 6);
        assertThat(employee.getList("items[1].levels")).isEqualTo(List.of(Map.of("ordinal", 1, "people", 6)));
        assertThat(administrator.getList("items.held")).containsExactly(1, 6);
    }

    private UUID worker(String name, String unitId) {
        UUID id = UUID.randomUUID();
        tell(northwind.person(id, 1, name, name.toLowerCase(java.util.Locale.ROOT), unitId));
        Api.await(admin, "/profile/v1/people/" + id, body -> body.getString("person.displayName") != null);
        return id;
    }

    private void awaitHoldings(UUID person, int count) {
        Api.await(
                admin,
                "/profile/v1/people/" + person,
                body -> body.getList("holdings").size() == count);
    }

    private static JsonPath holders(String token, String cursor, int limit) {
        var request = given().auth().oauth2(token).queryParam("skillId", CRANES).queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.when().get("/profile/v1/holders").jsonPath();
    }
}
