package dev.touchstone.intake.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.Basis;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.evidence.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WitnessStatementTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final UUID ADA = UUID.fromString("019cad8f-ac00-7949-a442-2cb4d30d84dd");
    private static final UUID BEN = UUID.fromString("019cad8f-ac00-74e6-8303-af67a2085c03");
    private static final WitnessRequest REQUEST = new WitnessRequest(
            UUID.randomUUID(),
            UUID.randomUUID(),
            ADA,
            BEN,
            "Moving the press",
            null,
            WitnessState.OPEN,
            NOW,
            NOW.plus(WitnessRequest.LIFE),
            null);
    private static final WitnessedEvidence ABOUT = new WitnessedEvidence(
            "Moving the press",
            "urn:uuid:1",
            Instant.parse("1998-05-01T00:00:00Z"),
            Basis.PRIOR_LEARNING,
            "crane-operation");

    @Test
    void becomesEvidenceAboutWhoeverAsked() {
        // When
        Evidence evidence = statement(true).evidence(UUID.randomUUID(), REQUEST, ABOUT, "ben", "sha256:1", NOW);

        // Then
        assertThat(evidence.personId()).isEqualTo(ADA);
        assertThat(evidence.submittedBy()).contains(BEN);
        assertThat(evidence.trust()).isEqualTo(Trust.ATTESTED);
        assertThat(evidence.facts().kind()).isEqualTo(EvidenceKind.TESTIMONY);
        assertThat(evidence.facts().action()).isEqualTo(Action.CLAIMED);
        assertThat(evidence.facts().occurredAt()).isEqualTo("1998-05-01T00:00:00Z");
        assertThat(evidence.facts().achievementId()).isEqualTo("crane-operation");
        assertThat(evidence.facts().activity().alternateIds()).containsExactly("urn:uuid:1");
    }

    @Test
    void whatDoesNotConfirmCountsForNothing() {
        // When
        Evidence evidence = statement(false).evidence(UUID.randomUUID(), REQUEST, ABOUT, "ben", "sha256:1", NOW);

        // Then
        assertThat(evidence.facts().action()).isEqualTo(Action.FAILED);
        assertThat(evidence.facts().result().success()).isFalse();
    }

    @Test
    void everyMistakeHasItsPlace() {
        assertThatThrownBy(() -> WitnessStatement.read(Map.of("knewFrom", "spring", "relation", " ", "colour", 1), NOW))
                .isInstanceOfSatisfying(
                        InvalidDocument.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::pointer)
                                .containsExactlyInAnyOrder("/colour", "/text", "/knewFrom", "/relation", "/confirms"));
        assertThatThrownBy(() -> read("2027-01-01", true)).isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> read("1899-12-31", true)).isInstanceOf(InvalidDocument.class);
    }

    @Test
    void requestExpiresAfterSixtyDays() {
        assertThat(REQUEST.at(NOW.plus(Duration.ofDays(60)).minusMillis(1)).state())
                .isEqualTo(WitnessState.OPEN);
        assertThat(REQUEST.at(NOW.plus(Duration.ofDays(60))).state()).isEqualTo(WitnessState.EXPIRED);
    }

    private static WitnessStatement statement(boolean confirms) {
        return read("1995-01-01", confirms);
    }

    private static WitnessStatement read(String knewFrom, boolean confirms) {
        return WitnessStatement.read(
                Map.of("text", "I stood beside.", "knewFrom", knewFrom, "relation", "foreman", "confirms", confirms),
                NOW);
    }
}
