package dev.touchstone.issuance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.issuance.badge.Fixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a faultless badge, and the rule that must notice it. {@code -} removes the member. */
class LinterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /@context/0 | "https://www.w3.org/2018/credentials/v1" | context-first
            /@context/1 | "https://example.org/context.json" | badge-context
            /id | "7" | id-address
            /@id | "urn:a:b" | compact-name
            /urn:a:b | "c" | compact-name
            /credentialSubject/achievement/name | {"@value": "Incident Lead", "@type": "urn:a:b"} | compact-name
            /credentialStatus/type | "https://www.w3.org/ns/credentials/status#BitstringStatusListEntry" | compact-type
            /evidence/0 | {"id": "http://localhost:8083/credentials/8e0b1f0a-3f0e-4c57-9c52-1b2f0a6f3a10", "type": ["Evidence"], "validUntil": "2030-01-01T00:00:00Z"} | compact-once
            /id | - | badge-id
            /type/0 | "Thing" | type-credential
            /issuer | "Northwind" | issuer-id
            /issuer/type | ["Organization"] | typed-Profile
            /issuer/name | " " | issuer-named
            /issuer/image | - | issuer-image
            /issuer/id | "https://northwind.example" | issuer-did
            /validFrom | "2026-11-02" | date-form
            /validFrom | "2026-11-02T09:30:00" | date-form
            /validFrom | - | badge-valid-from
            /validUntil | "2026-11-02T09:30:00Z" | validity-period
            /validUntil | "2025-11-02T09:30:00Z" | validity-period
            /awardedDate | - | badge-awarded
            /name | - | badge-named
            /credentialSubject | [] | subject-object
            /credentialSubject | "urn:uuid:1" | subject-object
            /credentialSubject/type | ["Person"] | typed-AchievementSubject
            /credentialSubject/activityEndDate | "2026-01-01T00:00:00Z" | activity-period
            /credentialSubject/creditsEarned | 2 | credits-within
            /credentialSubject/creditsEarned | "1" | credits-number
            /credentialSubject/identifier/0/identityHash | "sha256$abc" | identifier-hash
            /credentialSubject/identifier/0/salt | "abc" | identity-salted
            /credentialSubject/identifier/0/type | "IdentifierEntry" | identifier-form
            /credentialSubject/achievement | [] | badge-achievement
            /credentialSubject/achievement/type | ["Badge"] | typed-Achievement
            /credentialSubject/achievement/id | "incident-lead" | achievement-id
            /credentialSubject/achievement/name | "" | achievement-name
            /credentialSubject/achievement/description | - | achievement-description
            /credentialSubject/achievement/criteria | {} | criteria-stated
            /credentialSubject/achievement/criteria | - | criteria-stated
            /credentialSubject/achievement/image | - | achievement-image
            /credentialSubject/achievement/inLanguage | - | achievement-language
            /credentialSubject/achievement/achievementType | "Skill" | vocabulary
            /credentialSubject/achievement/alignment/0/targetType | "ESCO" | vocabulary
            /credentialSubject/achievement/alignment/0/targetUrl | "here" | alignment-target
            /credentialSubject/achievement/alignment | {"type": ["Alignment"], "targetName": "a", "targetUrl": "urn:a:b"} | shape-array
            /credentialSubject/achievement/resultDescription/0/resultType | "Grade" | vocabulary
            /credentialSubject/achievement/resultDescription/0/name | - | result-description-members
            /credentialSubject/achievement/resultDescription/1/requiredLevel | "urn:uuid:9" | required-level-known
            /credentialSubject/achievement/resultDescription/1/id | "urn:uuid:6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a22222" | id-once
            /credentialSubject/achievement/resultDescription/3/valueMin | "101" | value-range
            /credentialSubject/result/0/resultDescription | "urn:uuid:9" | result-described
            /credentialSubject/result/0/achievedLevel | "urn:uuid:9" | achieved-level-known
            /credentialSubject/result/1/achievedLevel | "urn:uuid:6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a30001" | required-level-reached
            /credentialSubject/result/2/value | "101" | value-within
            /credentialSubject/result/2/value | "79.9" | required-value-reached
            /credentialSubject/achievement/resultDescription/3/allowedValue | ["A", "B"] | value-allowed
            /credentialSubject/achievement/resultDescription/3/resultType | "Status" | result-status
            /credentialSubject/result/0/status | "Passed" | vocabulary
            /evidence | {"type": ["Evidence"]} | shape-array
            /evidence/0/type | - | typed-member
            /evidence/0/id | "relative" | member-id-address
            /credentialSchema/0/id | - | identified-member
            /credentialStatus | [] | shape-object
            /credentialStatus/id | - | shape-status-id
            /credentialStatus/statusListIndex | 5 | status-index
            /credentialStatus/statusListIndex | "-1" | status-index
            /credentialStatus/statusPurpose | - | status-purpose
            /credentialStatus/statusListCredential | "1" | status-list
            /credentialStatus | - | badge-revocable
            /relatedResource/0 | "urn:a:b" | resource-id
            /relatedResource/0/digestSRI | - | resource-digest
            /relatedResource/1/id | "ni:///sha-256;byuPfiTxSnqda1p61aMAAm8rj34k8Up6nWtaetWjAAI" | resource-once
            /termsOfUse | [{"id": "urn:a:b"}] | typed-member
            /refreshService | {"id": "urn:a:b"} | typed-member
            """)
    void noticesTheChange(String at, String value, String rule) throws JsonProcessingException {
        // Given
        Map<String, Object> changed = changed(at, value);

        // When
        List<Finding> findings = Linter.forIssuing().check(changed);

        // Then
        assertThat(findings).extracting(Finding::rule).contains(rule);
    }

    private static Map<String, Object> changed(String at, String value) throws JsonProcessingException {
        JsonNode badge = JSON.valueToTree(Fixtures.unsigned(Fixtures.rich()));
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode parent = badge.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(value));
        } else if (value.equals("-")) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
        return JSON.convertValue(badge, new TypeReference<Map<String, Object>>() {});
    }
}
