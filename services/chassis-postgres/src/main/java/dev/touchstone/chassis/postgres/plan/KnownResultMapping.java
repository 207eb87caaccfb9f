package dev.touchstone.chassis.postgres.plan;

import org.hibernate.query.results.ResultSetMapping;
import org.hibernate.reactive.sql.results.ReactiveResultSetMapping;

/**
 * What the columns of a native query are, equal to another that says the same. Hibernate Reactive 3.2 compares them by
 * identity, so a native query never finds the plan made for it before: every execution plans anew and leaves a plan
 * behind, and each look-up walks through all that were left for the same SQL.
 */
final class KnownResultMapping extends ReactiveResultSetMapping {

    private final ResultSetMapping mapping;

    KnownResultMapping(ResultSetMapping mapping) {
        super(mapping);
        this.mapping = mapping;
    }

    @Override
    public ResultSetMapping cacheKeyInstance() {
        return new KnownResultMapping(mapping.cacheKeyInstance());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownResultMapping known && mapping.equals(known.mapping);
    }

    @Override
    public int hashCode() {
        return mapping.hashCode();
    }
}
