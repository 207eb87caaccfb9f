package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.assessment.adapter.postgres.ReceiveEvidence;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A piece of evidence about somebody. */
@ApplicationScoped
class EvidenceSubmittedHandler implements EventHandler {

    private final ReceiveEvidence receiving;

    EvidenceSubmittedHandler(ReceiveEvidence receiving) {
        this.receiving = receiving;
    }

    @Override
    public String type() {
        return "dev.touchstone.evidence.submitted.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        EvidenceSubmittedData data = event.as(EvidenceSubmittedData.class);
        return receiving.receive(event, data.evidence(), data.receivedAt());
    }
}
