package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.SubmitEvidence;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Takes a submission once per Idempotency-Key. */
@ApplicationScoped
class Submissions {

    private static final int ACCEPTED = 202;

    private final Idempotency idempotency;
    private final SubmitEvidence submitEvidence;
    private final IntakeMeters meters;

    Submissions(Idempotency idempotency, SubmitEvidence submitEvidence, IntakeMeters meters) {
        this.idempotency = idempotency;
        this.submitEvidence = submitEvidence;
        this.meters = meters;
    }

    Uni<Answer> submit(String tenant, String login, String key, byte[] body, Submission submission, Instant now) {
        UUID id = Uuid7.next();
        return idempotency
                .run(
                        tenant,
                        login,
                        key,
                        body,
                        session -> submitter(
                                        submitEvidence.personOf(session, tenant, login),
                                        submission,
                                        about -> submitEvidence.requirePerson(session, tenant, about))
                                .chain(submitter -> submitEvidence
                                        .files(session, tenant, login, submission.files(), now)
                                        .chain(files -> submitEvidence.submit(
                                                session,
                                                tenant,
                                                submission.evidence(
                                                        id, body, login, submitter.personId(), files, now))))
                                .map(Submissions::answer))
                .invoke(answer -> {
                    boolean first =
                            String.valueOf(answer.headers().get("Location")).endsWith(id.toString());
                    meters.received("first-party", first ? "accepted" : "duplicate", 1);
                });
    }

    private record Known(UUID personId) {}

    private static Uni<Known> submitter(
            Uni<UUID> signedIn, Submission submission, Function<UUID, Uni<?>> requirePerson) {
        return signedIn.map(Known::new).call(submitter -> {
            if (submission.about() == null) {
                return Uni.createFrom().voidItem();
            }
            if (submitter.personId() == null) {
                // it might turn out to be themselves
                throw ProblemException.forbidden(
                        "Nobody is known by your login yet, so you cannot testify about somebody. Try again later.");
            }
            if (submission.about().equals(submitter.personId())) {
                throw ProblemException.invalid(
                        "Nobody testifies for themselves.",
                        List.of(new FieldError("/personId", "must be somebody else")));
            }
            return requirePerson.apply(submission.about());
        });
    }

    private static Answer answer(Evidence evidence) {
        return new Answer(
                ACCEPTED,
                JsonValues.write(Map.of(
                        "evidenceId", evidence.id(), "state", evidence.state().word())),
                Map.of("Location", "/intake/v1/evidence/" + evidence.id()));
    }
}
