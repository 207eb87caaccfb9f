package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.assessment.recognition.Recognition;
import dev.touchstone.assessment.recognition.Situation;
import dev.touchstone.assessment.recognition.Step;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Looks at one person and some achievements again and does what follows. A handful of round trips however many
 * achievements are looked at. Needs {@link Locks#person}.
 */
@ApplicationScoped
class ConsiderPerson {

    private static final Logger LOG = Logger.getLogger(ConsiderPerson.class);

    private final CaseStore cases;
    private final DecisionStore decisions;
    private final EvidenceStore evidence;
    private final CredentialStore credentials;
    private final Outbox outbox;

    ConsiderPerson(
            CaseStore cases,
            DecisionStore decisions,
            EvidenceStore evidence,
            CredentialStore credentials,
            Outbox outbox) {
        this.cases = cases;
        this.decisions = decisions;
        this.evidence = evidence;
        this.credentials = credentials;
        this.outbox = outbox;
    }

    /**
     * What is to be looked at.
     *
     * @param achievementIds of the catalogue
     * @param cause the event that made us look; null where none did
     */
    record Look(
            String tenant,
            UUID personId,
            Catalogue catalogue,
            Set<String> achievementIds,
            Trigger trigger,
            Event cause) {

        List<AchievementLine> lines() {
            return achievementIds.stream()
                    .flatMap(id -> catalogue.line(id).stream())
                    .toList();
        }
    }

    private record Record(
            List<AssessmentCase> open,
            List<Evidence> known,
            List<DecisionRow> decisions,
            List<CredentialRow> credentials) {

        Optional<AssessmentCase> open(String achievementId) {
            return open.stream()
                    .filter(one -> one.achievementId().equals(achievementId))
                    .findFirst();
        }

        Standing standing(String achievementId, Instant now) {
            return DecisionStore.standing(achievementId, decisions, credentials, now);
        }

        Record knowing(List<Evidence> pieces) {
            return new Record(open, pieces, decisions, credentials);
        }
    }

    Uni<Void> consider(Mutiny.Session session, Look look) {
        if (look.achievementIds().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = Moment.now();
        return record(session, look, now).chain(record -> {
            List<OutgoingEvent> events = new ArrayList<>();
            return Multi.createFrom()
                    .iterable(look.lines())
                    .onItem()
                    .transformToUniAndConcatenate(line -> follow(session, look, line, record, now, events))
                    .collect()
                    .last()
                    .chain(() -> outbox.addAll(session, events));
        });
    }

    private Uni<Record> record(Mutiny.Session session, Look look, Instant now) {
        String tenant = look.tenant();
        UUID person = look.personId();
        return cases.open(session, tenant, person, look.achievementIds())
                .chain(open -> decisions
                        .of(session, tenant, person, look.achievementIds())
                        .chain(decided -> credentials
                                .rowsOf(session, tenant, person)
                                .map(held -> new Record(open, List.of(), decided, held))))
                .chain(record -> history(session, look, record, now).map(record::knowing));
    }

    private Uni<List<Evidence>> history(Mutiny.Session session, Look look, Record record, Instant now) {
        List<AchievementLine> asking = look.lines().stream()
                .filter(line -> Situation.asksForHistory(
                        line, record.open(line.id()), record.standing(line.id(), now), look.trigger()))
                .toList();
        return asking.isEmpty()
                ? Uni.createFrom().item(List.of())
                : evidence.countingFor(session, look.tenant(), look.personId(), asking);
    }

    private Uni<Void> follow(
            Mutiny.Session session,
            Look look,
            AchievementLine line,
            Record record,
            Instant now,
            List<OutgoingEvent> events) {
        Situation situation = new Situation(
                look.personId(),
                line,
                record.open(line.id()),
                record.standing(line.id(), now),
                record.known(),
                record.credentials().stream().map(CredentialRow::credential).toList());
        Step step = Recognition.consider(situation, look.trigger(), Uuid7::next, now);
        Announcements announcements = new Announcements(look.tenant(), look.cause());
        step.decision().map(announcements::of).ifPresent(events::add);
        step.events().stream().map(announcements::of).forEach(events::add);
        Stakes stakes = line.latest().stakes();
        return supersede(session, look.tenant(), situation, step)
                .chain(() -> keep(session, look.tenant(), situation, step, stakes))
                .chain(() -> decide(session, look.tenant(), step.decision()))
                .invoke(() -> log(look, step));
    }

    private Uni<Void> supersede(Mutiny.Session session, String tenant, Situation situation, Step step) {
        return step.superseded().isEmpty()
                ? Uni.createFrom().voidItem()
                : cases.update(
                                session,
                                tenant,
                                situation.open().orElseThrow(),
                                step.superseded().get())
                        .chain(session::flush);
    }

    private Uni<Void> keep(Mutiny.Session session, String tenant, Situation situation, Step step, Stakes stakes) {
        if (step.current().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AssessmentCase current = step.current().get();
        Optional<AssessmentCase> before =
                situation.open().filter(open -> open.id().equals(current.id()));
        if (before.isEmpty()) {
            return cases.insert(session, tenant, current, stakes);
        }
        return before.get().equals(current)
                ? Uni.createFrom().voidItem()
                : cases.update(session, tenant, before.get(), current);
    }

    private Uni<Void> decide(Mutiny.Session session, String tenant, Optional<Decision> decision) {
        return decision.map(award -> decisions.add(session, tenant, award, null))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void log(Look look, Step step) {
        step.current()
                .ifPresent(current -> LOG.debugf(
                        "event=case-considered tenant=%s case=%s person=%s achievement=%s state=%s",
                        look.tenant(),
                        current.id(),
                        look.personId(),
                        current.achievementId(),
                        current.state().label()));
        step.decision()
                .ifPresent(decision -> LOG.infof(
                        "event=awarded-by-rule tenant=%s decision=%s case=%s person=%s achievement=%s version=%d",
                        look.tenant(),
                        decision.id(),
                        decision.caseId(),
                        decision.personId(),
                        decision.achievementId(),
                        decision.achievementVersion()));
    }
}
