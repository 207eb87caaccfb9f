package dev.touchstone.issuance.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.credential.Intent;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.credential.UnfitForSigning;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.proof.Multikey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this rule lets through can be signed, and what it refuses is refused with words that help. */
class AchievementAddressesTest {

    private final Sealing sealing = new Sealing(Suites.standard());
    private final Multikey key = new BouncyCastleEd25519().publicKey(new BouncyCastleEd25519().newSeed());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://northwind.example/i.svg",
                "http://northwind.example",
                "urn:x:y",
                "data:image/svg+xml,abc",
                "https://northwind.example/straße?level=1&x=%20#part"
            })
    void letsThroughWhatCanBeSigned(String address) {
        // Given
        List<Achievement> fit = List.of(withImage(address), withTarget(address), withSkill(address));

        // When
        List<Intent> settled = fit.stream().map(this::settle).toList();

        // Then
        assertThat(fit)
                .allSatisfy(achievement ->
                        assertThat(AchievementAddresses.flaws(achievement)).isEmpty());
        assertThat(settled).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "badge.svg", "/i.svg", "www.northwind.example", "https://north wind.example", " "})
    void namesAnAddressThatIsNone(String address) {
        // Given
        Achievement unfit = withTarget(address);

        // When
        var refusal = assertThatThrownBy(() -> settle(unfit));

        // Then
        refusal.isInstanceOf(UnfitForSigning.class)
                .hasMessage("achievement incident-lead version 3: skills/0/alignment/targetUrl must be an absolute"
                        + " address, not \"" + address + "\"; publish a version that has one and award that");
    }

    @ParameterizedTest
    @CsvSource({"badge.svg, imageId", "https://north wind.example, imageId"})
    void namesAPictureThatIsNoAddress(String address, String at) {
        // When
        List<String> flaws = AchievementAddresses.flaws(withImage(address));

        // Then
        assertThat(flaws).containsExactly(at + " must be an absolute address, not \"" + address + "\"");
    }

    @ParameterizedTest
    @CsvSource({"https://, true", "http://skills example/1, true", "northwind:knots, false", "knots and ropes, false"})
    void looksAtASkillsIdOnlyWhereABadgePointsAtIt(String skillId, boolean flawed) {
        // When
        List<String> flaws = AchievementAddresses.flaws(withSkill(skillId));

        // Then
        assertThat(flaws).hasSize(flawed ? 1 : 0);
    }

    private Intent settle(Achievement achievement) {
        Badge rich = Fixtures.rich();
        return sealing.settle(
                new Badge(rich.award(), achievement, rich.earner(), rich.issuer()),
                new StatusPlace(1, 7),
                key,
                Instant.parse("2026-11-23T12:00:00Z"));
    }

    private static Achievement withImage(String address) {
        return with("imageId", address);
    }

    private static Achievement withTarget(String address) {
        return with(
                "skills",
                List.of(Map.of(
                        "skillId",
                        "northwind:knots",
                        "name",
                        "Knots",
                        "alignment",
                        Map.of("targetName", "knots", "targetUrl", address))));
    }

    private static Achievement withSkill(String skillId) {
        return with("skills", List.of(Map.of("skillId", skillId, "name", "Knots")));
    }

    private static Achievement with(String name, Object value) {
        Map<String, Object> members =
                new LinkedHashMap<>(Fixtures.rich().achievement().facts().members());
        members.put(name, value);
        return new Achievement(new Facts(members));
    }
}
