package dev.touchstone.chassis.failure;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.errors.RetriableException;

/** How the Kafka client says that the broker is away: what it would retry itself. */
@ApplicationScoped
public class BrokerOutage implements OutageSign {

    @Override
    public boolean isOutage(Throwable failure) {
        return failure instanceof RetriableException;
    }
}
