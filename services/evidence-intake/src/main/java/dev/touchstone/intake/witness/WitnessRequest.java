package dev.touchstone.intake.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * That one person asks another to say what they know of a piece of evidence. Answered once, by the asked person, within
 * 60 days.
 *
 * @param requesterId whom the evidence is about
 * @param witnessId who is asked
 * @param title of the evidence, so that the witness knows what it is about; null where it has none
 * @param question or null
 * @param statementId evidence that the statement became; null unless given
 */
public record WitnessRequest(
        UUID id,
        UUID evidenceId,
        UUID requesterId,
        UUID witnessId,
        String title,
        String question,
        WitnessState state,
        Instant askedAt,
        Instant expiresAt,
        UUID statementId) {

    /** How long a witness may take. */
    public static final Duration LIFE = Duration.ofDays(60);
    /** How many a person may have open for one piece of evidence. */
    public static final int MOST_OPEN = 10;

    public static final int LONGEST_QUESTION = 2000;

    /** Where it stands now: what nobody answered in time has expired, whether or not anybody noticed. */
    public WitnessRequest at(Instant now) {
        boolean late = state == WitnessState.OPEN && !now.isBefore(expiresAt);
        return late
                ? new WitnessRequest(
                        id,
                        evidenceId,
                        requesterId,
                        witnessId,
                        title,
                        question,
                        WitnessState.EXPIRED,
                        askedAt,
                        expiresAt,
                        statementId)
                : this;
    }
}
