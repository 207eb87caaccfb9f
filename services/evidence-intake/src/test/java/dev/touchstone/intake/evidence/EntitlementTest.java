package dev.touchstone.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.evidence.Entitlement.Ground;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntitlementTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID CASE = new UUID(0, 3);
    private static final UUID EVIDENCE = new UUID(0, 4);
    private static final Reader ASSESSOR = new Reader("ben", BEN, true);
    private static final AssessorClaim CLAIM =
            new AssessorClaim(CASE, ADA, BEN, Set.of(EVIDENCE), NOW.plusSeconds(60), 1);

    @Test
    void thePersonReadsWhatIsAboutThem() {
        assertThat(Entitlement.of(new Reader("ada", ADA, false), EVIDENCE, ADA, "ada", List.of(), NOW))
                .contains(new Entitlement(Ground.SUBJECT, null));
    }

    @Test
    void whoHandedItInReadsItEvenBeforeTheyAreKnown() {
        assertThat(Entitlement.of(new Reader("ada", null, false), EVIDENCE, null, "ada", List.of(), NOW))
                .contains(new Entitlement(Ground.SUBMITTER, null));
    }

    @Test
    void anAssessorReadsWhatTheyHaveClaimed() {
        assertThat(Entitlement.of(ASSESSOR, EVIDENCE, ADA, "ada", List.of(CLAIM), NOW))
                .contains(new Entitlement(Ground.ASSESSOR, CASE));
    }

    @Test
    void aClaimEnds() {
        assertThat(Entitlement.of(ASSESSOR, EVIDENCE, ADA, "ada", List.of(CLAIM), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aReleaseOpensNothing() {
        AssessorClaim released = AssessorClaim.released(CASE, ADA, BEN, NOW, 2);

        assertThat(released.supersedes(CLAIM)).isTrue();
        assertThat(CLAIM.supersedes(released)).isFalse();
        assertThat(Entitlement.of(ASSESSOR, EVIDENCE, ADA, "ada", List.of(released), NOW.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void anAssessorReadsNoOtherEvidence() {
        AssessorClaim other = new AssessorClaim(CASE, ADA, BEN, Set.of(new UUID(0, 9)), NOW.plusSeconds(60), 1);
        AssessorClaim aboutSomeoneElse = new AssessorClaim(CASE, BEN, BEN, Set.of(EVIDENCE), NOW.plusSeconds(60), 1);

        assertThat(Entitlement.of(ASSESSOR, EVIDENCE, ADA, "ada", List.of(other, aboutSomeoneElse), NOW))
                .isEmpty();
    }

    @Test
    void aClaimWithoutTheRoleOpensNothing() {
        assertThat(Entitlement.of(new Reader("ben", BEN, false), EVIDENCE, ADA, "ada", List.of(CLAIM), NOW))
                .isEmpty();
    }
}
