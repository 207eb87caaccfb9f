package dev.touchstone.issuance.adapter.http;

import dev.touchstone.testkit.ContractRoutes;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void followTheContract() {
        ContractRoutes.assertImplements("openapi/credential-issuance.yaml", "dev.touchstone.issuance");
    }
}
