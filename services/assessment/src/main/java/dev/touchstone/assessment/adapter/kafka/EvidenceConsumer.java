package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.chassis.event.InboundEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class EvidenceConsumer {

    private final InboundEvents inbound;

    EvidenceConsumer(InboundEvents inbound) {
        this.inbound = inbound;
    }

    @Incoming("evidence-in")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbound.process(record);
    }
}
