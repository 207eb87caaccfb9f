package dev.touchstone.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.issuance.adapter.json.JacksonText;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusList;
import dev.touchstone.issuance.verification.Verifier.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A holder spells the same statements another way, so that the signature goes on matching while readers by name miss
 * what counts against the credential.
 */
class DisguisedDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant AFTER_THE_END = Instant.parse("2029-11-03T00:00:00Z");
    private static final int INDEX = 94_567;
    private static final String VOCABULARY = "https://www.w3.org/2018/credentials#";
    private static final String STATUS = VOCABULARY + "credentialStatus";
    private static final String DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

    private final Verifier verifier =
            new Verifier(new JacksonText(), Suites.standard(), CanonicalizationLimits.FOREIGN);
    private final Signer signer = new Signer();
    private final Did.Web issuer = Fixtures.ISSUER.did();
    private final StatusList list =
            new StatusList(Fixtures.ADDRESSES.statusList("northwind", 1), issuer, Signer.SIGNED, Bitstring.empty());
    private final Map<String, Object> badge = signer.sign(Fixtures.unsigned(Fixtures.rich()), issuer);

    /** Ways to write the status entry of a revoked badge. */
    private enum StatusDisguise {
        FULL_ADDRESS {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put(STATUS, entry);
            }
        },
        FULL_ADDRESS_BESIDE_AN_EMPTY_ARRAY {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("credentialStatus", List.of());
                badge.put(STATUS, List.of(entry));
            }
        },
        PREFIX_OF_ANOTHER_CONTEXT {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("@context", more(Badge.CONTEXTS, "https://www.w3.org/2018/credentials/v1"));
                badge.put("cred:credentialStatus", entry);
            }
        },
        TERM_OF_AN_INLINE_CONTEXT {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("@context", more(Badge.CONTEXTS, Map.of("standing", Map.of("@id", STATUS))));
                badge.put("standing", entry);
            }
        },
        NESTED {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("@nest", Map.of("credentialStatus", entry));
            }
        },
        INCLUDED {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put(
                        "@included",
                        List.of(Map.of(
                                "id", badge.get("id"), "type", "VerifiableCredential", "credentialStatus", entry)));
            }
        },
        GRAPH {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                Map<String, Object> node = new LinkedHashMap<>(badge);
                Object context = node.remove("@context");
                Object proof = node.remove("proof");
                node.put("credentialStatus", entry);
                badge.clear();
                badge.put("@context", context);
                badge.put("@graph", List.of(node));
                badge.put("proof", proof);
            }
        },
        REVERSED {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("@reverse", Map.of(STATUS, entry));
            }
        },
        KEYWORD_FOR_TYPE {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("@type", badge.remove("type"));
                badge.put(STATUS, entry);
            }
        },
        LEFT_OUT {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                // nothing in its place
            }
        },
        MOVED_INTO_THE_ISSUER {
            @Override
            @SuppressWarnings("unchecked")
            void apply(Map<String, Object> badge, Object entry) {
                Map<String, Object> profile = new LinkedHashMap<>((Map<String, Object>) badge.get("issuer"));
                profile.put("type", List.of("Profile", "VerifiableCredential"));
                profile.put("credentialStatus", entry);
                badge.put("issuer", profile);
            }
        },
        ARRAY_IN_AN_ARRAY {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("credentialStatus", List.of(List.of(entry)));
            }
        },
        ARRAY_OF_ONE {
            @Override
            void apply(Map<String, Object> badge, Object entry) {
                badge.put("credentialStatus", List.of(entry));
            }
        };

        abstract void apply(Map<String, Object> badge, Object entry);
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesTheStatusOfARevokedBadge(StatusDisguise disguise) {
        // Given
        Map<String, Object> disguised = new LinkedHashMap<>(badge);
        disguise.apply(disguised, disguised.remove("credentialStatus"));

        // When
        Report report = verifier.verify(new Document(disguised), knowing(list.revoking(INDEX)), NOW);

        // Then
        assertThat(result(report, Check.STATUS).outcome()).isNotEqualTo(Outcome.PASS);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void saysWhatToDoAboutAnotherSpelling() {
        // Given
        Map<String, Object> disguised = new LinkedHashMap<>(badge);
        disguised.put(STATUS, disguised.remove("credentialStatus"));

        // When
        Report report = verifier.verify(new Document(disguised), knowing(list.revoking(INDEX)), NOW);

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(report, Check.STRUCTURE).reason())
                .isEqualTo("/" + STATUS + ": write the member as the plain term that a context has for it;"
                        + " other spellings are not read");
        assertThat(result(report, Check.STATUS).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result(report, Check.STATUS).reason()).contains("compact it with its own contexts");
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** Ways to write the end of an expired badge. */
    private enum EndDisguise {
        FULL_ADDRESS {
            @Override
            void apply(Map<String, Object> badge, Object end) {
                badge.put(VOCABULARY + "validUntil", Map.of("@value", end, "@type", DATE_TIME));
            }
        },
        VALUE_OBJECT {
            @Override
            void apply(Map<String, Object> badge, Object end) {
                badge.put("validUntil", Map.of("@value", end, "@type", DATE_TIME));
            }
        },
        VALUE_OBJECT_WITH_ALIAS {
            @Override
            void apply(Map<String, Object> badge, Object end) {
                badge.put("validUntil", Map.of("@value", end, "type", DATE_TIME));
            }
        },
        ARRAY_OF_ONE {
            @Override
            void apply(Map<String, Object> badge, Object end) {
                badge.put("validUntil", List.of(end));
            }
        };

        abstract void apply(Map<String, Object> badge, Object end);
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesTheDatesOfAnExpiredBadge(EndDisguise disguise) {
        // Given
        Map<String, Object> disguised = new LinkedHashMap<>(badge);
        disguise.apply(disguised, disguised.remove("validUntil"));

        // When
        Report report = verifier.verify(new Document(disguised), knowing(list), AFTER_THE_END);

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(report, Check.DATES).outcome()).isNotEqualTo(Outcome.PASS);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** Ways to write the end of an expired proof. */
    private enum ProofDisguise {
        FULL_ADDRESS {
            @Override
            void apply(Map<String, Object> proof, Object end) {
                proof.put("https://w3id.org/security#expiration", Map.of("@value", end, "@type", DATE_TIME));
            }
        },
        VALUE_OBJECT {
            @Override
            void apply(Map<String, Object> proof, Object end) {
                proof.put("expires", Map.of("@value", end, "@type", DATE_TIME));
            }
        },
        ARRAY_OF_ONE {
            @Override
            void apply(Map<String, Object> proof, Object end) {
                proof.put("expires", List.of(end));
            }
        };

        abstract void apply(Map<String, Object> proof, Object end);
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesAnExpiredProof(ProofDisguise disguise) {
        // Given
        Map<String, Object> expiring =
                signer.signUntil(Fixtures.unsigned(Fixtures.rich()), issuer, "2026-11-03T00:00:00Z");
        Map<String, Object> proof = new LinkedHashMap<>(Signer.proofOf(expiring));
        disguise.apply(proof, proof.remove("expires"));
        expiring.put("proof", List.of(proof));

        // When
        Report report = verifier.verify(new Document(expiring), knowing(list), NOW);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** Every badge from here carries an entry, so one that lacks it is none of ours whatever its signature says. */
    @Test
    void wantsAStatusEntryInWhatIsSignedHere() {
        // Given
        Map<String, Object> document = Fixtures.unsigned(Fixtures.rich());
        document.remove("credentialStatus");
        Map<String, Object> irrevocable = signer.sign(document, issuer);

        // When
        Report report = verifier.verify(new Document(irrevocable), knowing(list), NOW);

        // Then
        assertThat(result(report, Check.STATUS).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result(report, Check.STATUS).reason())
                .contains("ask its holder for the credential as it was issued");
    }

    @Test
    void findsOurOwnStatusListValidWithoutAnEntry() {
        // Given
        Map<String, Object> signed = signer.sign(list.unsigned(), issuer);

        // When
        Report report = verifier.verify(new Document(signed), knowing(list), NOW);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    /** It names itself as its evidence, so what is said about it may stand there and mean the same. */
    @Test
    void refusesACredentialThatSpeaksOfItselfElsewhere() {
        // Given
        Did.Key foreign = new Did.Key(signer.key());
        Map<String, Object> expired = signer.sign(selfReferring(foreign.text()), foreign);
        Object end = expired.remove("validUntil");
        expired.put(
                "evidence",
                List.of(Map.of("id", "urn:x:self", "type", List.of("VerifiableCredential"), "validUntil", end)));

        // When
        Report report = verifier.verify(new Document(expired), Knowledge.none(), NOW);

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(report, Check.STRUCTURE).reason()).contains("at the top of the document");
        assertThat(result(report, Check.DATES).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATypeSpeltOut() {
        // Given
        Map<String, Object> disguised = new LinkedHashMap<>(badge);
        disguised.put(
                "type",
                List.of(
                        "VerifiableCredential",
                        "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"));

        // When
        Report report = verifier.verify(new Document(disguised), knowing(list), NOW);

        // Then
        assertThat(result(report, Check.PROOF).outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(report, Check.STRUCTURE).reason()).contains("/type: write the type");
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** Verifiable Credentials 2.0 allows it for names and descriptions. */
    @Test
    void acceptsAWordingWithItsLanguage() {
        // Given
        Did.Key foreign = new Did.Key(signer.key());
        Map<String, Object> document = selfReferring(foreign.text());
        document.remove("validUntil");
        document.put("name", Map.of("@value", "Gesellenbrief", "@language", "de"));

        // When
        Report report = verifier.verify(new Document(signer.sign(document, foreign)), Knowledge.none(), NOW);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    private static Map<String, Object> selfReferring(String issuerId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        document.put("id", "urn:x:self");
        document.put("type", List.of("VerifiableCredential"));
        document.put("issuer", issuerId);
        document.put("validUntil", "2026-11-10T00:00:00Z");
        document.put("credentialSubject", Map.of("id", "did:example:subject"));
        document.put("evidence", List.of(Map.of("id", "urn:x:self", "type", List.of("VerifiableCredential"))));
        return document;
    }

    private Knowledge knowing(StatusList statusList) {
        return signer.knowing(Map.of(statusList.address().toString(), signer.sign(statusList.unsigned(), issuer)));
    }

    private static List<Object> more(List<String> contexts, Object another) {
        List<Object> more = new ArrayList<>(contexts);
        more.add(another);
        return more;
    }

    private static CheckResult result(Report report, Check check) {
        return report.checks().get(check.ordinal());
    }
}
