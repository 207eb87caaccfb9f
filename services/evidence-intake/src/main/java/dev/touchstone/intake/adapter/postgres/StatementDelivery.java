package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.adapter.postgres.ReceiveStatements.Delivered;
import dev.touchstone.intake.connection.Connection;
import io.opentelemetry.api.trace.SpanContext;

/**
 * Statements on their way into the store with others.
 *
 * @param trace of the request that brought them
 */
record StatementDelivery(Connection connection, Delivered delivered, SpanContext trace) {}
