package dev.touchstone.chassis.postgres.notes;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a note for each piece of evidence; can be told to fail in each way there is. */
@ApplicationScoped
public class NoteOnEvidence implements EventHandler {

    /** By text: how many more times handling fails for a while, and which events are refused for good. */
    private final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();

    private final Map<String, Boolean> refused = new ConcurrentHashMap<>();

    private final UnitOfWork unitOfWork;
    private final Notes notes;

    NoteOnEvidence(UnitOfWork unitOfWork, Notes notes) {
        this.unitOfWork = unitOfWork;
        this.notes = notes;
    }

    record Evidence(UUID evidenceId, String name) {}

    public void failTimes(String name, int times) {
        failuresLeft.put(name, times);
    }

    public int failuresLeft(String name) {
        return failuresLeft.get(name);
    }

    public void refuse(String name) {
        refused.put(name, true);
    }

    public void mend(String name) {
        refused.remove(name);
    }

    @Override
    public String type() {
        return "dev.touchstone.evidence.submitted.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        Evidence evidence = event.as(Evidence.class);
        return unitOfWork.once(
                event,
                session -> notes.write(session, event.tenant(), evidence.evidenceId(), evidence.name(), event)
                        .invoke(() -> failWhenTold(evidence.name())));
    }

    private void failWhenTold(String name) {
        if (refused.containsKey(name)) {
            throw new PermanentFailure(FailureCode.INVARIANT_VIOLATED, "told to refuse " + name);
        }
        if (failuresLeft.getOrDefault(name, 0) > 0) {
            failuresLeft.merge(name, -1, Integer::sum);
            throw new IllegalStateException("told to fail for a while");
        }
    }
}
