package dev.touchstone.chassis.postgres.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testkit.TouchstoneStack;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.reactive.common.spi.Implementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.results.jdbc.spi.JdbcValuesMappingProducerProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = TouchstoneStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "stores", value = "postgres"),
            @ResourceArg(name = "database", value = "chassis")
        })
class KnownResultMappingsIT {

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void areThoseTheServiceRunsWith() {
        // Given
        ServiceRegistry registry = ((Implementor) ClientProxy.unwrap(sessions)).getServiceRegistry();

        // When
        JdbcValuesMappingProducerProvider inForce = registry.requireService(JdbcValuesMappingProducerProvider.class);

        // Then
        assertThat(inForce).isInstanceOf(KnownResultMappings.class);
    }
}
