package dev.touchstone.issuance.adapter.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.issuance.support.Api;
import dev.touchstone.issuance.support.Database;
import dev.touchstone.issuance.support.IssuanceIT;
import dev.touchstone.issuance.support.Organisation;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IssuanceIT
class StatusPlacesIT {

    private final Organisation organisation = Organisation.fresh();

    @Inject
    Database database;

    @Test
    void givesEveryCredentialAPlaceOfItsOwnInNoOrder() {
        // Given
        organisation.issue(UUID.randomUUID());

        // When
        for (int i = 0; i < 60; i++) {
            UUID person = UUID.randomUUID();
            Topics.publish(Organisation.PEOPLE, organisation.person(person));
            Topics.publish(Organisation.ASSESSMENTS, organisation.award(person, UUID.randomUUID()));
        }

        // Then
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(places()).hasSize(61));
        List<Integer> places = places().stream().map(Integer::valueOf).toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).isNotEqualTo(places.stream().sorted().toList());
        assertThat(places).anyMatch(place -> place > 65_536).anyMatch(place -> place < 65_536);
    }

    @Test
    void opensTheNextListWhenOneIsFull() {
        // Given
        organisation.issue(UUID.randomUUID());
        database.execute("insert into issuance_intent (tenant_id, decision_id, credential_id, list_number, list_index,"
                + " canonical_hash, multikey, created_at) select '" + organisation.tenant()
                + "', gen_random_uuid(), gen_random_uuid(), 1, index, '', '', now() from generate_series(0, 131071)"
                + " as index on conflict do nothing");

        // When
        String id =
                organisation.issue(UUID.randomUUID()).data().get("credentialId").asText();

        // Then
        Api.verify(Api.credential(id)).body("verdict", equalTo("valid"));
        assertThat(Api.credential(id)).contains("/" + organisation.tenant() + "/status/2");
        Api.revoke(organisation.tenant(), id, "other").statusCode(200);
        Api.verify(Api.credential(id)).body("verdict", equalTo("invalid"));
    }

    /** In the order they were given. */
    private List<String> places() {
        return database.texts(
                "select i.list_index from issuance_intent i join credential c using (tenant_id, decision_id)"
                        + " where i.tenant_id = ? order by i.created_at, i.decision_id",
                organisation.tenant());
    }
}
