package dev.touchstone.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetractionTest {

    @Test
    void isForWhoeverHandedItInAndForNobodyElse() {
        assertThat(Retraction.mayWithdraw("ada", "ada")).isTrue();
        assertThat(Retraction.mayWithdraw("ada", "ben")).isFalse();
        assertThat(Retraction.mayWithdraw("ada", null))
                .as("what a system reports")
                .isFalse();
    }

    @Test
    void saysWhereTheEvidenceStands() {
        assertThat(Retraction.WORDS.get("withdrawn").state()).isEqualTo(EvidenceState.WITHDRAWN);
        assertThat(Retraction.WORDS.get("voided").state()).isEqualTo(EvidenceState.VOIDED);
    }
}
