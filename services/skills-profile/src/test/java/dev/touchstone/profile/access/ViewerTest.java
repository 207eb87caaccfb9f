package dev.touchstone.profile.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.profile.passport.PersonFacts;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void everyoneSeesThemselvesAndAnEmployeeNobodyElse() {
        // Given
        Viewer employee = new Viewer(ADA, person("yard", true), false, false);

        // When
        boolean self = employee.maySee(ADA, person("yard", true));
        boolean colleague = employee.maySee(BEN, person("yard", true));

        // Then
        assertThat(self).isTrue();
        assertThat(colleague).isFalse();
        assertThat(employee.maySeeUnit("yard")).isFalse();
        assertThat(employee.maySearch()).isFalse();
    }

    @Test
    void aManagerSeesTheirOwnUnitAsLongAsTheyWorkHere() {
        // Given
        Viewer manager = new Viewer(ADA, person("yard", true), true, false);
        Viewer former = new Viewer(ADA, person("yard", false), true, false);

        // When
        boolean own = manager.maySee(BEN, person("yard", true));
        boolean other = manager.maySee(BEN, person("office", true));

        // Then
        assertThat(own).isTrue();
        assertThat(other).isFalse();
        assertThat(manager.maySee(BEN, person(null, true))).isFalse();
        assertThat(manager.maySeeUnit("office")).isFalse();
        assertThat(manager.searchedUnit()).isEqualTo("yard");
        assertThat(former.maySee(BEN, person("yard", true))).isFalse();
    }

    @Test
    void anIssuerAdministratorSeesEveryoneEvenWithoutBeingAPerson() {
        // Given
        Viewer administrator = new Viewer(null, null, false, true);

        // When
        boolean anyone = administrator.maySee(BEN, null);

        // Then
        assertThat(anyone).isTrue();
        assertThat(administrator.maySearch()).isTrue();
        assertThat(administrator.searchedUnit()).isNull();
    }

    @Test
    void aManagerWhoIsNotAPersonHereSeesNobody() {
        // Given
        Viewer stranger = new Viewer(null, null, true, false);

        // When
        boolean anyone = stranger.maySee(BEN, person("yard", true));

        // Then
        assertThat(anyone).isFalse();
        assertThat(stranger.maySearch()).isFalse();
    }

    private static PersonFacts person(String unitId, boolean active) {
        return new PersonFacts(1, active, "Somebody", "login", unitId, unitId, null, null, Instant.EPOCH);
    }
}
