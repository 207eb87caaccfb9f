package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.ImportBatches;
import dev.touchstone.intake.adapter.postgres.StoredImport;
import dev.touchstone.intake.bulk.ImportProgress;
import dev.touchstone.intake.bulk.ReadRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Carries out imports, batch by batch, as fast as the store takes them: the sender waits meanwhile, so that a file of
 * any size takes the memory of one batch. At most {@value #MOST} at once, and
 * {@value #MOST_OF_ONE} of one organisation, so that one does not keep the others waiting.
 */
@ApplicationScoped
class EvidenceImports {

    private static final Logger LOG = Logger.getLogger(EvidenceImports.class);
    private static final int MOST = 4;
    private static final int MOST_OF_ONE = 2;
    private static final int BATCH = 250;
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(60);

    private final ImportBatches batches;
    private final IntakeMeters meters;
    private final Slots slots = new Slots(MOST, MOST_OF_ONE);

    EvidenceImports(ImportBatches batches, IntakeMeters meters) {
        this.batches = batches;
        this.meters = meters;
    }

    /** Opens the rows of a body. */
    interface Source {
        ImportRows open() throws IOException;
    }

    /**
     * @throws ProblemException conflict, if it is being sent twice at once; key reused, if the key was used for another
     *     file; invalid, if the body ends early: what was done stays done, and sending all of it again goes on there
     */
    StoredImport run(String tenant, String login, String key, Source source) {
        if (!slots.take(tenant)) {
            throw ProblemException.unavailable("Other imports are running. Send it again.");
        }
        try {
            ImportRows rows = source.open();
            StoredImport begun = done(batches.begin(tenant, login, key, Instant.now()));
            StoredImport finished = goOn(tenant, begun, rows);
            LOG.infof("event=import-finished tenant=%s import=%s rows=%d", tenant, finished.id(), finished.rows());
            return finished;
        } catch (IOException e) {
            throw ProblemException.invalid(
                    "The file could not be read to its end. Send all of it again, with the same Idempotency-Key.",
                    List.of(new FieldError("", "ended early")));
        } finally {
            slots.giveBack(tenant);
        }
    }

    private StoredImport goOn(String tenant, StoredImport begun, ImportRows rows) throws IOException {
        ImportProgress progress = ImportProgress.START;
        List<ReadRow> batch = rows.next(upTo(begun, progress));
        while (!batch.isEmpty()) {
            ImportProgress after = progress.after(batch);
            if (progress.rows() >= begun.rows()) {
                requireUnfinished(begun);
                var counts = done(batches.take(tenant, begun.id(), progress, after, batch, Instant.now()));
                counts.forEach((state, count) -> meters.received("import", state.word(), count));
            } else if (after.rows() == begun.rows() && !after.fingerprint().equals(begun.fingerprint())) {
                throw ProblemException.keyReused();
            }
            progress = after;
            batch = rows.next(upTo(begun, progress));
        }
        if (progress.rows() < begun.rows()) {
            throw ProblemException.keyReused();
        }
        return done(batches.finish(tenant, begun.id(), progress, Instant.now()));
    }

    private static void requireUnfinished(StoredImport begun) {
        if (begun.finished()) {
            throw ProblemException.keyReused();
        }
    }

    /** What was done before is read up to its end exactly, so that its fingerprint can be compared. */
    private static int upTo(StoredImport begun, ImportProgress progress) {
        long known = begun.rows() - progress.rows();
        return known > 0 ? (int) Math.min(BATCH, known) : BATCH;
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(STORE_ANSWERS_WITHIN);
    }
}
