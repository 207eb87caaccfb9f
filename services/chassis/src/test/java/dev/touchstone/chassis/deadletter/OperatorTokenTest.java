package dev.touchstone.chassis.deadletter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokenTest {

    private final OperatorToken none = new OperatorToken(Optional.empty());
    private final OperatorToken secret = new OperatorToken(Optional.of("secret"));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer ", "Bearer secret"})
    void isNoReplayWithoutATokenConfigured(String shown) {
        // When / Then
        assertThatThrownBy(() -> none.requireToChange(shown))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.type())
                                .isEqualTo(ProblemType.FORBIDDEN));
        assertThatCode(() -> none.requireToLook(shown)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "secret", "Bearer", "Bearer ", "Bearer Secret", "Bearer secret ", "Basic secret"})
    void refusesWhoeverShowsAnother(String shown) {
        // When / Then
        assertThatThrownBy(() -> secret.requireToChange(shown)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> secret.requireToLook(shown)).isInstanceOf(ProblemException.class);
    }

    @Test
    void letsInWhoeverShowsIt() {
        // When / Then
        assertThatCode(() -> secret.requireToChange("bearer secret")).doesNotThrowAnyException();
    }
}
