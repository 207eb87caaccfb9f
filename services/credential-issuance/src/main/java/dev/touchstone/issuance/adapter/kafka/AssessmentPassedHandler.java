package dev.touchstone.issuance.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.issuance.adapter.postgres.AwardEvents;
import dev.touchstone.issuance.adapter.postgres.IssueCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An award becomes a credential. */
@ApplicationScoped
class AssessmentPassedHandler implements EventHandler {

    private final IssueCredential issue;

    AssessmentPassedHandler(IssueCredential issue) {
        this.issue = issue;
    }

    @Override
    public String type() {
        return AwardEvents.PASSED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return issue.onPassed(event);
    }
}
