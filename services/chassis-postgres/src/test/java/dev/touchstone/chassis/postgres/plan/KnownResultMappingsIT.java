package dev.touchstone.chassis.postgres.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.postgres.ChassisIT;
import io.quarkus.arc.ClientProxy;
import jakarta.inject.Inject;
import org.hibernate.reactive.common.spi.Implementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.results.jdbc.spi.JdbcValuesMappingProducerProvider;
import org.junit.jupiter.api.Test;

@ChassisIT
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
