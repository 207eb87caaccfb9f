package dev.touchstone.chassis.postgres.plan;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.results.ResultSetMapping;
import org.hibernate.query.results.internal.ResultSetMappingImpl;
import org.hibernate.reactive.provider.service.ReactiveValuesMappingProducerProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.sql.results.jdbc.spi.JdbcValuesMappingProducerProvider;

/**
 * Gives Hibernate Reactive result mappings that can be told to be the same, see {@link KnownResultMapping}. Found by the
 * service loader, so every service that has this library has it. To be removed with the version that compares them.
 */
public final class KnownResultMappings extends ReactiveValuesMappingProducerProvider implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        registry.addService(JdbcValuesMappingProducerProvider.class, this);
    }

    @Override
    public ResultSetMapping buildResultSetMapping(String name, boolean isDynamic, SessionFactoryImplementor factory) {
        return new KnownResultMapping(new ResultSetMappingImpl(name, isDynamic));
    }
}
