package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.postgres.UploadedFiles;
import dev.touchstone.intake.file.AttachedFile;
import dev.touchstone.intake.file.IncomingFile;
import dev.touchstone.intake.file.RefusedFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes in files as they come, a block at a time and at most {@value #MOST} files at once and
 * {@value #MOST_OF_ONE} of one person, each on a thread that waits
 * for its sender and for the store.
 */
@ApplicationScoped
class FileUploads {

    private static final Logger LOG = Logger.getLogger(FileUploads.class);
    private static final int MOST = 32;
    private static final int MOST_OF_ONE = 8;
    private static final int BLOCK = 512 * 1024;
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final UploadedFiles files;
    private final Slots slots = new Slots(MOST, MOST_OF_ONE);

    FileUploads(UploadedFiles files) {
        this.files = files;
    }

    /** @throws ProblemException saying what is wrong with the file; then nothing of it is kept */
    AttachedFile receive(String tenant, String login, IncomingFile file, InputStream body) {
        String whose = tenant + " " + login;
        if (!slots.take(whose)) {
            throw ProblemException.unavailable("Too many files are being uploaded. Send it again.");
        }
        UUID content = Uuid7.next();
        try {
            store(tenant, content, file, body);
            AttachedFile whole = file.end();
            done(files.finish(tenant, content, login, whole, Instant.now()));
            LOG.infof("event=file-uploaded tenant=%s type=%s size=%d", tenant, whole.mediaType(), whole.size());
            return whole;
        } catch (RuntimeException failed) {
            discard(tenant, content);
            throw failed;
        } finally {
            slots.giveBack(whose);
        }
    }

    private void store(String tenant, UUID content, IncomingFile file, InputStream body) {
        try {
            byte[] block = body.readNBytes(BLOCK);
            for (int seq = 0; block.length > 0; seq++) {
                file.take(block);
                done(files.append(tenant, content, seq, block, Instant.now()));
                block = body.readNBytes(BLOCK);
            }
        } catch (IOException e) {
            throw ProblemException.invalid(
                    "The file could not be read to its end.", List.of(new FieldError("", "ended early")));
        }
    }

    /** What cannot be removed now is removed by the sweep. */
    private void discard(String tenant, UUID content) {
        try {
            done(files.discard(tenant, content));
        } catch (RuntimeException e) {
            LOG.warnf("event=file-discard-failed tenant=%s reason=\"%s\"", tenant, e);
        }
    }

    private static void done(Uni<Void> work) {
        work.await().atMost(STORE_ANSWERS_WITHIN);
    }

    static ProblemException problem(RefusedFile refused) {
        return switch (refused.reason()) {
            case TOO_LARGE -> ProblemException.tooLarge(refused.getMessage());
            case TYPE ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        refused.getMessage(),
                        List.of(new FieldError("Content-Type", "or the content it stands for is not taken in")));
            case EMPTY -> ProblemException.invalid("The file is empty.", List.of(new FieldError("", "is empty")));
            case NAME ->
                ProblemException.invalid(
                        "A parameter is not valid.", List.of(new FieldError("name", refused.getMessage())));
        };
    }
}
