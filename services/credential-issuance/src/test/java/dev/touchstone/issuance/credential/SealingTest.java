package dev.touchstone.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.json.JacksonText;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.verification.CheckResult;
import dev.touchstone.issuance.verification.Knowledge;
import dev.touchstone.issuance.verification.Outcome;
import dev.touchstone.issuance.verification.Verifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:31:00.987Z");
    private static final StatusPlace PLACE = new StatusPlace(1, 42);
    private static final Set<String> ACHIEVEMENT_NEEDS = Set.of(
            "achievementId", "version", "name", "description", "achievementType", "criteriaNarrative", "criteria");
    private static final Set<String> AWARD_NEEDS =
            Set.of("decisionId", "personId", "achievementId", "achievementVersion", "basis", "decidedAt");

    private final Sealing sealing = new Sealing(Suites.standard());
    private final byte[] seed = new BouncyCastleEd25519().newSeed();
    private final SigningKey key = new SigningKey(new BouncyCastleEd25519().publicKey(seed), seed);

    @Test
    void givesEveryCredentialItsOwnIdAndSalt() {
        // When
        Intent first = settle(Fixtures.rich());
        Intent second = settle(Fixtures.rich());

        // Then
        assertThat(first.credentialId()).isNotEqualTo(second.credentialId());
        assertThat(first.document().get("credentialSubject"))
                .isNotEqualTo(second.document().get("credentialSubject"));
        assertThat(first.options().created()).isEqualTo(Instant.parse("2026-11-02T09:31:00Z"));
    }

    @Test
    void signsTheSameIntentAlwaysTheSame() {
        // Given
        Intent intent = settle(Fixtures.rich());

        // When
        Map<String, Object> once = sealing.sign(intent, key);
        Map<String, Object> again = sealing.sign(intent, key);

        // Then
        assertThat(new JacksonText().write(once)).isEqualTo(new JacksonText().write(again));
    }

    @Test
    void refusesAnIntentWhoseDocumentChanged() {
        // Given
        Intent intent = settle(Fixtures.rich());
        Map<String, Object> changed = new LinkedHashMap<>(intent.document());
        changed.put("name", "Something better");

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        sealing.resume(intent.credentialId(), PLACE, changed, intent.options(), intent.canonicalHash()))
                .withMessageContaining("digest");
    }

    @Test
    void resumesAnIntentThatWasStored() {
        // Given
        Intent intent = settle(Fixtures.rich());
        JacksonText json = new JacksonText();
        Map<String, Object> stored = json.read(json.write(intent.document()), DocumentLimits.OWN);

        // When
        Intent resumed = sealing.resume(intent.credentialId(), PLACE, stored, intent.options(), intent.canonicalHash());

        // Then
        assertThat(json.write(sealing.sign(resumed, key))).isEqualTo(json.write(sealing.sign(intent, key)));
    }

    @Test
    void neverLetsASignatureOutThatDoesNotVerify() {
        // Given
        Intent intent = settle(Fixtures.rich());
        SigningKey faulty = new SigningKey(key.publicKey(), new byte[32]);

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> sealing.sign(intent, faulty))
                .withMessageContaining("does not verify");
    }

    @Test
    void signsNothingThatBreaksARule() {
        // Given
        Badge unfit = changed(Map.of(), Map.of("validUntil", "2020-01-01T00:00:00Z"));

        // When / Then
        assertThatExceptionOfType(UnfitForSigning.class)
                .isThrownBy(() -> settle(unfit))
                .withMessageStartingWith("validity-period at /validUntil");
    }

    @Test
    void signsNoHalfCharacters() {
        // Given
        Badge unfit = changed(Map.of("name", "half \ud800"), Map.of());

        // When / Then
        assertThatExceptionOfType(UnfitForSigning.class)
                .isThrownBy(() -> settle(unfit))
                .withMessageContaining("text-writable");
    }

    /** Whatever optional parts are missing and whatever is written in the others, the badge is right or not signed. */
    @Property(tries = 150)
    void whatIsSignedVerifies(
            @ForAll("someNames") Set<String> dropped, @ForAll("texts") String text, @ForAll boolean named) {
        // Given
        Map<String, Object> achievement = without(Fixtures.rich().achievement().facts(), ACHIEVEMENT_NEEDS, dropped);
        Map<String, Object> award = without(Fixtures.rich().award().facts(), AWARD_NEEDS, dropped);
        achievement.put("criteriaNarrative", text);
        if (named) {
            achievement.put("name", text);
        }
        Badge badge = new Badge(
                new Award(new Facts(award)),
                new Achievement(new Facts(achievement)),
                Fixtures.rich().earner(),
                Fixtures.ISSUER);

        // When
        Optional<Map<String, Object>> signed = signed(badge);

        // Then
        signed.ifPresent(this::assertVerifies);
        assertThat(signed.isPresent() || text.isBlank()).isTrue();
    }

    @Provide
    Arbitrary<Set<String>> someNames() {
        Set<String> names = new java.util.HashSet<>(
                Fixtures.rich().achievement().facts().members().keySet());
        names.addAll(Fixtures.rich().award().facts().members().keySet());
        return Arbitraries.of(names).set().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aZ0 \"'\\<>&\n\t\r\u0001\u007f\u0085\u2028\ufffe")
                .withCharRange('\u00a1', '\ud7ff')
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    private void assertVerifies(Map<String, Object> signed) {
        Verifier verifier = new Verifier(new JacksonText(), Suites.standard(), CanonicalizationLimits.FOREIGN);
        Map<String, Object> readBack = new JacksonText().read(new JacksonText().write(signed), DocumentLimits.STANDARD);
        var report = verifier.verify(
                new Verifier.Document(readBack), new Knowledge(Optional.of(Set.of(key.publicKey())), Map.of()), NOW);
        assertThat(report.checks())
                .filteredOn(result -> result.outcome() != Outcome.PASS)
                .extracting(CheckResult::reason)
                .containsExactly("the status list is not here; lists of others are not fetched in this release");
    }

    private Optional<Map<String, Object>> signed(Badge badge) {
        try {
            return Optional.of(sealing.sign(settle(badge), key));
        } catch (UnfitForSigning unfit) {
            return Optional.empty();
        }
    }

    private Intent settle(Badge badge) {
        return sealing.settle(badge, PLACE, key.publicKey(), NOW);
    }

    private static Badge changed(Map<String, Object> inAchievement, Map<String, Object> inAward) {
        Map<String, Object> achievement =
                new LinkedHashMap<>(Fixtures.rich().achievement().facts().members());
        achievement.putAll(inAchievement);
        Map<String, Object> award =
                new LinkedHashMap<>(Fixtures.rich().award().facts().members());
        award.putAll(inAward);
        return new Badge(
                new Award(new Facts(award)),
                new Achievement(new Facts(achievement)),
                Fixtures.rich().earner(),
                Fixtures.ISSUER);
    }

    private static Map<String, Object> without(Facts facts, Set<String> needed, Set<String> dropped) {
        Map<String, Object> rest = new LinkedHashMap<>(facts.members());
        rest.keySet().removeIf(name -> dropped.contains(name) && !needed.contains(name));
        return rest;
    }
}
