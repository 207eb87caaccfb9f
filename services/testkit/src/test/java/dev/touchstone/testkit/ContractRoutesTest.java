package dev.touchstone.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.touchstone.testkit.routes.complete.NoteResource;
import dev.touchstone.testkit.routes.drifted.DriftedResource;
import org.junit.jupiter.api.Test;

class ContractRoutesTest {
    private static final String DESCRIPTION = "openapi/notes.yaml";

    @Test
    void acceptsRoutesThatAreAllDescribed() {
        // When
        var check = assertThatCode(() -> ContractRoutes.compare(DESCRIPTION, classes(NoteResource.class)));

        // Then
        check.doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsOnOneSideOnly() {
        // When
        var check = assertThatThrownBy(() -> ContractRoutes.compare(DESCRIPTION, classes(DriftedResource.class)));

        // Then
        check.isInstanceOf(AssertionError.class)
                .hasMessageContaining("promised but not there: [DELETE /notes/{}, POST /notes]")
                .hasMessageContaining("there but not described: [PUT /notes/{}]");
    }

    private static JavaClasses classes(Class<?> resource) {
        return new ClassFileImporter().importClasses(resource);
    }
}
