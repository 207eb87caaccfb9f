package dev.touchstone.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidTest {

    private static final String KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    @Test
    void readsAKey() {
        // When
        Did did = Did.parse("did:key:" + KEY);

        // Then
        assertThat(did)
                .isInstanceOfSatisfying(
                        Did.Key.class, key -> assertThat(key.key().text()).isEqualTo(KEY));
        assertThat(did.text()).isEqualTo("did:key:" + KEY);
    }

    @Test
    void readsAnOrganisationOnAPort() {
        // When
        Did did = Did.parse("did:web:localhost%3A8083:northwind");

        // Then
        assertThat(did).isEqualTo(new Did.Web("localhost:8083", List.of("northwind")));
        assertThat(did.text()).isEqualTo("did:web:localhost%3A8083:northwind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web:host:",
                "did:web:host/path",
                "did:web:host%2Fevil",
                "did:key:zDnaegE6RR3atJtHKwT",
                "https://example.org/issuer",
                "did:key:" + KEY + "x"
            })
    void takesEverythingElseAsUnknown(String text) {
        assertThat(Did.parse(text)).isInstanceOf(Did.Other.class);
    }

    @Test
    void takesKeyIdsApart() {
        // When
        VerificationMethodId id =
                VerificationMethodId.parse("did:web:host:tenant#" + KEY).orElseThrow();

        // Then
        assertThat(id.controller()).isEqualTo("did:web:host:tenant");
        assertThat(id.key().orElseThrow().text()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"did:web:host", "#" + KEY, "did:web:host#", "did:web:host#a#b"})
    void knowsNoKeyIdWithoutBothParts(String text) {
        assertThat(VerificationMethodId.parse(text)).isEmpty();
    }
}
