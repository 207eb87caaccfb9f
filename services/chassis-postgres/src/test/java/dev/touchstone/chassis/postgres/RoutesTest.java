package dev.touchstone.chassis.postgres;

import dev.touchstone.testkit.ContractRoutes;
import org.junit.jupiter.api.Test;

/** Of the chassis, tested here because the testkit is built on it. */
class RoutesTest {

    @Test
    void everyServiceOffersTheOperationsDescribedAndNoOther() {
        ContractRoutes.assertImplements("openapi/operations.yaml", "dev.touchstone.chassis");
    }
}
