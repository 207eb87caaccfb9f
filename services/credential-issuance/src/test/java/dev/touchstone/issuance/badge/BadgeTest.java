package dev.touchstone.issuance.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.lint.Linter;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadgeTest {

    private static final Path SCHEMA = Path.of(
            System.getProperty("touchstone.shared", "absent"),
            "data/schemas/ob_v3p0_achievementcredential_schema.json");

    static List<Map<String, Object>> badges() {
        return List.of(Fixtures.unsigned(Fixtures.rich()), Fixtures.unsigned(Fixtures.plain()));
    }

    @ParameterizedTest
    @MethodSource("badges")
    void keepsEveryRule(Map<String, Object> badge) {
        // When
        var findings = Linter.forIssuing().check(badge);

        // Then
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badges")
    void isSignedWhole(Map<String, Object> badge) {
        // When
        String quads = Suites.canonicalizer().canonicalize(badge, CanonicalizationLimits.OWN);

        // Then
        assertThat(quads).contains("<http://localhost:8083/credentials/" + Fixtures.CREDENTIAL + ">");
    }

    @ParameterizedTest
    @MethodSource("badges")
    void satisfiesTheOfficialSchema(Map<String, Object> badge) throws IOException {
        assumeTrue(Files.exists(SCHEMA));
        // Given
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

        // When
        var errors = schema.validate(new ObjectMapper().writeValueAsString(badge), InputFormat.JSON);

        // Then
        assertThat(errors).isEmpty();
    }

    @Test
    void tellsWhatWasReached() {
        // When
        Node subject = new Node(Fixtures.unsigned(Fixtures.rich())).get("credentialSubject");

        // Then
        assertThat(subject.get("result").items())
                .extracting(
                        result -> result.get("achievedLevel").text().orElse(null),
                        result -> result.get("value").text().orElse(null))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("urn:uuid:6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a50002", null),
                        org.assertj.core.groups.Tuple.tuple("urn:uuid:6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a30002", null),
                        org.assertj.core.groups.Tuple.tuple(null, "91.5"));
        assertThat(subject.get("creditsEarned").number())
                .hasValueSatisfying(credits -> assertThat(credits).isEqualByComparingTo("1.5"));
        assertThat(subject.get("achievement").get("criteria").get("narrative").text())
                .hasValueSatisfying(narrative -> assertThat(narrative)
                        .contains("Workload: 40 hours", "Supervision: supervised, identity checked"));
    }

    @Test
    void namesTheLevelInTheTitle() {
        // When
        Node badge = new Node(Fixtures.unsigned(Fixtures.rich()));

        // Then
        assertThat(badge.get("name").text()).hasValue("Incident Lead (Lead)");
        assertThat(badge.get("awardedDate").text()).hasValue("2026-11-02T09:30:00Z");
        assertThat(badge.get("validUntil").text()).hasValue("2029-11-02T09:30:00Z");
    }

    @Test
    void bindsEvidenceByDigestWithoutItsContent() {
        // When
        Node badge = new Node(Fixtures.unsigned(Fixtures.rich()));

        // Then
        Node resource = badge.get("relatedResource").items().get(0);
        assertThat(resource.get("id").text()).hasValue("ni:///sha-256;byuPfiTxSnqda1p61aMAAm8rj34k8Up6nWtaetWjAAI");
        assertThat(resource.get("digestSRI").text()).hasValue("sha256-byuPfiTxSnqda1p61aMAAm8rj34k8Up6nWtaetWjAAI=");
        assertThat(badge.get("evidence").items().get(0).id())
                .hasValue("http://localhost:8081/intake/v1/evidence/0197a000-0000-7000-8000-00000000e001");
    }

    @Test
    void namesAPanelWithoutNamingPeople() {
        // When
        Node source = new Node(Fixtures.unsigned(Fixtures.rich()))
                .get("credentialSubject")
                .get("source");

        // Then
        assertThat(source.get("name").text()).hasValue("Panel of 2 assessors of Northwind Skills");
        assertThat(source.get("otherIdentifier").items()).hasSize(2);
    }

    @Test
    void hidesTheAddressButLetsItBeRecognised() {
        // When
        Node identifier = new Node(Fixtures.unsigned(Fixtures.rich()))
                .get("credentialSubject")
                .get("identifier")
                .items()
                .get(0);

        // Then
        assertThat(identifier.get("identityHash").text())
                .hasValue(IdentityHash.ofEmail("ada.example@northwind.example", Fixtures.SALT)
                        .hash());
        assertThat(identifier.get("salt").text()).hasValue("00000000000000000000000000000000");
    }
}
