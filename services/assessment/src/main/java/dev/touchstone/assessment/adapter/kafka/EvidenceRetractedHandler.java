package dev.touchstone.assessment.adapter.kafka;

import dev.touchstone.assessment.adapter.postgres.ReceiveRetraction;
import dev.touchstone.assessment.adapter.postgres.RetractedPiece;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A piece of evidence was taken back. */
@ApplicationScoped
class EvidenceRetractedHandler implements EventHandler {

    private final ReceiveRetraction receiving;

    EvidenceRetractedHandler(ReceiveRetraction receiving) {
        this.receiving = receiving;
    }

    @Override
    public String type() {
        return "dev.touchstone.evidence.retracted.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        EvidenceRetractedData data = event.as(EvidenceRetractedData.class);
        return receiving.receive(
                event,
                data.personId(),
                new RetractedPiece(data.evidenceId(), data.reason(), data.retractedAt(), false));
    }
}
