package dev.touchstone.profile.adapter.http;

import dev.touchstone.testkit.ContractRoutes;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void theCodeHasTheRoutesOfTheDescriptionAndNoOther() {
        ContractRoutes.assertImplements("openapi/skills-profile.yaml", "dev.touchstone.profile");
    }
}
