package dev.touchstone.intake.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void addressStandsForItsDigests() {
        // sha1 of mailto:Ada@Example.org and of mailto:ada@example.org
        assertThat(Identity.ofEmail("Ada@Example.org"))
                .containsExactlyInAnyOrder(
                        Identity.email("ada@example.org"),
                        Identity.mboxSha1("63cbe6ec16c5e38658de6b74465d20af5c9f06b6"),
                        Identity.mboxSha1("d714b8a95bd857a37405a7b56db9108b60ae42bd"));
    }

    @Test
    void mboxIsCaseInsensitive() {
        assertThat(Identity.mbox("mailto:ADA@example.org")).isEqualTo(Identity.email("ada@example.org"));
    }

    @Test
    void accountsDifferByHomePage() {
        assertThat(Identity.account("https://lms.example", "1"))
                .isNotEqualTo(Identity.account("https://other.example", "1"));
    }

    @Test
    void platformUsersDifferByConnection() {
        assertThat(Identity.platformUser(new UUID(0, 1), "octocat"))
                .isNotEqualTo(Identity.platformUser(new UUID(0, 2), "octocat"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> Identity.email("ada")).isInstanceOf(InvalidIdentity.class);
        assertThatThrownBy(() -> Identity.email("a@b@c")).isInstanceOf(InvalidIdentity.class);
        assertThatThrownBy(() -> Identity.mbox("ada@example.org")).isInstanceOf(InvalidIdentity.class);
        assertThatThrownBy(() -> Identity.mboxSha1("abc")).isInstanceOf(InvalidIdentity.class);
        assertThatThrownBy(() -> Identity.openid("not an iri")).isInstanceOf(InvalidIdentity.class);
    }

    @Test
    void showsItsKindOnly() {
        assertThat(Identity.email("ada@example.org")).hasToString("mbox");
    }
}
