package dev.touchstone.assessment.adapter.http;

import dev.touchstone.testkit.ContractRoutes;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void areTheOnesDescribed() {
        ContractRoutes.assertImplements("openapi/assessment.yaml", "dev.touchstone.assessment");
    }
}
