package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.failure.DefectSign;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** PostgreSQL refuses the data for what they are: SQLSTATE classes 22 (data exception) and 23 (integrity constraint). */
@ApplicationScoped
class PostgresDefect implements DefectSign {

    private static final List<String> CLASSES = List.of("22", "23");

    @Override
    public boolean isDefect(Throwable failure) {
        String state = SqlState.of(failure);
        return state != null && CLASSES.stream().anyMatch(state::startsWith);
    }

    @Override
    public boolean isUnusableValue(Throwable failure) {
        String state = SqlState.of(failure);
        return state != null && state.startsWith("22");
    }
}
