package dev.touchstone.assessment.criteria;

import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A live credential of another achievement.
 *
 * @param minLevel lowest level, ordinal; 1 where any will do
 */
public record CredentialHeld(Label label, String achievementId, int minLevel) implements Leaf {

    private static final Comparator<HeldCredential> HIGHEST_FIRST =
            Comparator.comparing(HeldCredential::level).reversed().thenComparing(HeldCredential::id);

    @Override
    public String op() {
        return "credentialHeld";
    }

    @Override
    public Trace evaluate(Facts facts) {
        List<HeldCredential> known = facts.credentials().stream()
                .filter(credential -> credential.achievementId().equals(achievementId))
                .sorted(HIGHEST_FIRST)
                .toList();
        Optional<HeldCredential> live = known.stream()
                .filter(credential -> credential.isLive(facts.asOf()))
                .findFirst();
        if (known.isEmpty()) {
            return Trace.leaf(this, Truth.UNKNOWN, "Not held yet: " + inWords(), List.of(inWords()));
        }
        if (live.isEmpty()) {
            String why = known.stream().allMatch(HeldCredential::revoked) ? "Revoked" : "No longer valid";
            return Trace.leaf(this, Truth.NOT_MET, why + ": " + inWords(), List.of(inWords() + " (anew)"));
        }
        if (live.get().level() < minLevel) {
            String held = "held at level " + live.get().level();
            return Trace.leaf(this, Truth.NOT_MET, held + ": " + inWords(), List.of(inWords() + " (" + held + ")"));
        }
        return Trace.leaf(this, Truth.MET, "Held: " + inWords(), List.of())
                .countingCredentials(List.of(live.get().id()));
    }

    @Override
    public String inWords() {
        return label.describedOr(
                "the credential " + achievementId + (minLevel > 1 ? " at level " + minLevel + " or higher" : ""));
    }

    @Override
    public boolean isObjective() {
        return true;
    }

    /** Credentials come from this organisation's own issuing, never as evidence. */
    @Override
    public boolean concerns(Evidence evidence, Instant asOf) {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.credentialHeld(this);
    }
}
