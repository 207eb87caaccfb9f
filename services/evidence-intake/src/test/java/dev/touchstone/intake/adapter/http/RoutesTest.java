package dev.touchstone.intake.adapter.http;

import dev.touchstone.testkit.ContractRoutes;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void theCodeHasTheRoutesOfTheDescriptionAndNoOther() {
        ContractRoutes.assertImplements("openapi/evidence-intake.yaml", "dev.touchstone.intake");
    }
}
