package dev.touchstone.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceState;
import dev.touchstone.intake.evidence.Trust;
import dev.touchstone.intake.people.Identity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportedRowTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final CsvHeader HEADER = new CsvHeader(List.of(
            "id",
            "employeeNumber",
            "mbox",
            "account.homePage",
            "account.name",
            "kind",
            "title",
            "occurredAt",
            "claim.achievementId",
            "tags",
            "scaled"));

    @Test
    void columnsAreFields() {
        // When
        ImportedRow row = ImportedRow.read(
                HEADER.fields(List.of(
                        "r-1",
                        "7",
                        "ada@example.org",
                        "",
                        "",
                        "course-completion",
                        "Crane operation",
                        "1978-03-01",
                        "crane-operation",
                        "rigging| yard |",
                        "0.8")),
                NOW);

        // Then
        assertThat(row.person())
                .containsExactlyInAnyOrder(Identity.employeeNumber("7"), Identity.email("ada@example.org"));
        assertThat(row.facts().occurredAt()).isEqualTo("1978-03-01T00:00:00Z");
        assertThat(row.facts().action()).isEqualTo(Action.COMPLETED);
        assertThat(row.facts().tags()).containsExactly("rigging", "yard");
        assertThat(row.facts().result().scaled()).isEqualTo(0.8);
        assertThat(row.facts().achievementId()).isEqualTo("crane-operation");
        assertThat(row.content().title()).isEqualTo("Crane operation");
    }

    @Test
    void everyMistakeIsFoundWithItsPlace() {
        // Given
        Map<String, Object> fields =
                HEADER.fields(List.of("", "", "no address", "", "ada", "score", "", "tomorrow", "x", "", "much"));

        // Then
        assertThatThrownBy(() -> ImportedRow.read(fields, NOW))
                .isInstanceOfSatisfying(
                        InvalidDocument.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::pointer)
                                .containsExactlyInAnyOrder(
                                        "/mbox",
                                        "/account/homePage",
                                        "/kind",
                                        "/title",
                                        "/text",
                                        "/occurredAt",
                                        "/claim/achievementId",
                                        "/scaled"));
    }

    @Test
    void rowWithoutAnybodyOrWithTooManyValuesIsRefused() {
        assertThatThrownBy(() -> ImportedRow.read(
                        Map.of("kind", "reflection", "title", "x", "text", "y", "occurredAt", "2020-01-01"), NOW))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("must hold employeeNumber, login, mbox or account");
        assertThatThrownBy(() -> HEADER.fields(List.of("1")))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("has 1 values, but there are 11 columns");
    }

    @Test
    void isKnownAgainByItsIdOrElseByAllItSays() {
        // Given
        Map<String, Object> fields =
                Map.of("login", "ada", "kind", "reflection", "title", "x", "text", "y", "occurredAt", "2020-01-01");
        Map<String, Object> other = new HashMap<>(fields);
        other.put("text", "z");

        // Then
        assertThat(ImportedRow.read(fields, NOW).key())
                .isEqualTo(ImportedRow.read(new HashMap<>(fields), NOW).key())
                .isNotEqualTo(ImportedRow.read(other, NOW).key());
        Map<String, Object> named = new HashMap<>(fields);
        named.put("id", "r-1");
        other.put("id", "r-1");
        assertThat(ImportedRow.read(named, NOW).key())
                .isEqualTo(ImportedRow.read(other, NOW).key());
        assertThat(ImportedRow.read(named, NOW).digest())
                .isNotEqualTo(ImportedRow.read(other, NOW).digest());
    }

    @Test
    void whoImportsAttestsAndHandsNothingIn() {
        // Given
        UUID id = UUID.fromString("019cad8f-ac00-7949-a442-2cb4d30d84dd");
        ImportedRow row = ImportedRow.read(
                Map.of("login", "ada", "kind", "reflection", "title", "x", "text", "y", "occurredAt", "1926-11-28"),
                NOW);

        // When
        Evidence evidence = row.evidence(id, UUID.randomUUID(), NOW);

        // Then
        assertThat(evidence.trust()).isEqualTo(Trust.ATTESTED);
        assertThat(evidence.submitter()).isNull();
        assertThat(evidence.state()).isEqualTo(EvidenceState.PARKED);
        assertThat(evidence.facts().activity().id()).isEqualTo("urn:uuid:" + id);
    }

    @Test
    void headerNamesWhatIsUnknownOrGivenTwice() {
        assertThatThrownBy(() -> new CsvHeader(List.of("kind", "colour", "kind")))
                .isInstanceOfSatisfying(
                        InvalidDocument.class,
                        invalid -> assertThat(invalid.violations())
                                .containsExactly(
                                        new Violation(
                                                "/columns/1",
                                                "is no column that is known; known are account.homePage, account.name,"
                                                        + " activityId, basis, claim.achievementId, employeeNumber, id, kind,"
                                                        + " link, login, mbox, occurredAt, scaled, tags, text, title"),
                                        new Violation("/columns/2", "is given twice")));
    }
}
