package dev.touchstone.chassis.postgres.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.query.results.ResultSetMapping;
import org.junit.jupiter.api.Test;

class KnownResultMappingTest {

    private static final boolean DYNAMIC = true;
    private final KnownResultMappings mappings = new KnownResultMappings();

    @Test
    void findsThePlanOfTheSameQuery() {
        // Given
        ResultSetMapping first = mapping("select 1").cacheKeyInstance();

        // When
        ResultSetMapping again = mapping("select 1");

        // Then
        assertThat(again).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @Test
    void keepsQueriesApart() {
        // Given
        ResultSetMapping one = mapping("select 1").cacheKeyInstance();

        // When
        ResultSetMapping other = mapping("select 2");

        // Then
        assertThat(other).isNotEqualTo(one);
    }

    private ResultSetMapping mapping(String sql) {
        return mappings.buildResultSetMapping(sql, DYNAMIC, null);
    }
}
