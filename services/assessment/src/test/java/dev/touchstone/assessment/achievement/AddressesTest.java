package dev.touchstone.assessment.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://skills.example/leading",
                "http://data.europa.eu/esco/skill/2c1e",
                "urn:ietf:rfc:3986",
                "https://skills.example/l%C3%A4rande?a=b#c"
            })
    void knowsAbsoluteAddresses(String text) {
        assertThat(Addresses.isAbsolute(text)).isTrue();
        assertThat(Addresses.namesSkill(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "badges/x.png",
                "ESCO S4.8.1",
                "https://skills.example/incident lead",
                "https:///nowhere",
                "https:nowhere",
                "javascript:alert(1)",
                "//skills.example/leading",
                "https://skills.example/lärande",
                ""
            })
    void refusesEverythingElse(String text) {
        assertThat(Addresses.isAbsolute(text)).isFalse();
        assertThat(Addresses.namesSkill(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind:incident-command", "gdad:programming-and-build-software-engineering"})
    void letsOrganisationsNameSkillsOfTheirOwn(String text) {
        assertThat(Addresses.namesSkill(text)).isTrue();
    }
}
