package dev.touchstone.issuance.adapter.kafka;

import dev.touchstone.chassis.event.InboundEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code touchstone.achievements}. */
@ApplicationScoped
class AchievementsConsumer {

    private final InboundEvents inbound;

    AchievementsConsumer(InboundEvents inbound) {
        this.inbound = inbound;
    }

    @Incoming("achievements-in")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbound.process(record);
    }
}
