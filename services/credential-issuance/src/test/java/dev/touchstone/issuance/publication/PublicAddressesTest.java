package dev.touchstone.issuance.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.publication.PublicAddresses.StatusListAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(
            URI.create("https://skills.example:8443/badges"), URI.create("https://skills.example/evidence"));

    @Test
    void putsTheDocumentWhereDidWebLooks() {
        // When
        Did.Web did = addresses.issuer("northwind");

        // Then
        assertThat(did.text()).isEqualTo("did:web:skills.example%3A8443:badges:northwind");
        assertThat(addresses.issuerDocument("northwind"))
                .hasToString("https://skills.example:8443/badges/northwind/did.json");
    }

    @Test
    void recognisesItsOwnIssuers() {
        assertThat(addresses.tenant(Did.parse("did:web:skills.example%3A8443:badges:northwind")))
                .hasValue("northwind");
        assertThat(addresses.tenant(Did.parse("did:web:skills.example%3A8443:northwind")))
                .isEmpty();
        assertThat(addresses.tenant(Did.parse("did:web:evil.example:badges:northwind")))
                .isEmpty();
        assertThat(addresses.tenant(Did.parse("https://skills.example:8443/badges/northwind")))
                .isEmpty();
    }

    @Test
    void recognisesItsOwnStatusLists() {
        // Given
        String address = addresses.statusList("northwind", 7).toString();

        // Then
        assertThat(addresses.statusList(address)).hasValue(new StatusListAddress("northwind", 7));
    }

    @Test
    void dropsATrailingSlash() {
        // When
        PublicAddresses sloppy =
                new PublicAddresses(URI.create("https://skills.example/"), URI.create("https://skills.example/e/"));

        // Then
        assertThat(sloppy.statusList("northwind", 1)).hasToString("https://skills.example/northwind/status/1");
        assertThat(sloppy.issuer("northwind").text()).isEqualTo("did:web:skills.example:northwind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skills.example",
                "ftp://skills.example",
                "https:///x",
                "https://a@b.example",
                "https://b.example?x"
            })
    void wantsTheAddressOfAWebServer(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicAddresses(URI.create(address), URI.create("https://e.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://skills.example:8443/badges/northwind/status/0",
                "https://skills.example:8443/badges/northwind/status/1x",
                "https://skills.example:8443/badges/northwind/status/1/",
                "https://skills.example:8443/badges/a/b/status/1",
                "https://skills.example:8443/badgesnorthwind/status/1",
                "https://evil.example/badges/northwind/status/1"
            })
    void knowsNoOtherStatusLists(String address) {
        assertThat(addresses.statusList(address)).isEmpty();
    }
}
