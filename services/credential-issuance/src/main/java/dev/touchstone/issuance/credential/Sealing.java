package dev.touchstone.issuance.credential;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.achievement.AchievementAddresses;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.IdentityHash;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.lint.Finding;
import dev.touchstone.issuance.lint.Linter;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.Multibase;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.ProofOptions;
import dev.touchstone.issuance.proof.VerificationMethodId;
import dev.touchstone.issuance.status.StatusEntry;
import dev.touchstone.issuance.status.StatusList;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns a badge into a signed credential, in the order of a certificate authority: checked, settled, then signed. Costs
 * milliseconds of processor time, so it belongs on a worker thread.
 */
public final class Sealing {

    private static final Linter LINTER = Linter.forIssuing();

    private final EddsaRdfc2022 suite;
    private final SecureRandom random = new SecureRandom();

    public Sealing(EddsaRdfc2022 suite) {
        this.suite = suite;
    }

    /**
     * Settles what will be signed: a fresh identifier, a fresh salt, the place in the status list.
     *
     * @throws UnfitForSigning when it breaks a rule or some of it would not be signed
     */
    public Intent settle(Badge badge, StatusPlace place, Multikey key, Instant now) {
        requireAddresses(badge.achievement());
        UUID credentialId = UUID.randomUUID();
        byte[] salt = new byte[IdentityHash.SALT_BYTES];
        random.nextBytes(salt);
        StatusEntry entry = new StatusEntry(
                badge.issuer().addresses().statusList(badge.issuer().tenant(), place.listNumber()), place.listIndex());
        Map<String, Object> document = badge.unsigned(credentialId, entry, salt);
        List<Finding> findings = LINTER.check(document);
        if (!findings.isEmpty()) {
            throw new UnfitForSigning(findings);
        }
        ProofOptions options = options(badge.issuer().did(), key, now);
        return new Intent(credentialId, place, document, options, hash(document, options));
    }

    /** Looked at before the badge is: its rules would name the place in the badge, which nobody published. */
    private static void requireAddresses(Achievement achievement) {
        List<String> flaws = AchievementAddresses.flaws(achievement);
        if (!flaws.isEmpty()) {
            throw new UnfitForSigning("achievement " + achievement.id() + " version " + achievement.version() + ": "
                    + String.join("; ", flaws) + "; publish a version that has one and award that");
        }
    }

    /**
     * An intent read back from where it was stored.
     *
     * @param document as it was stored
     * @param canonicalHash as it was stored beside it
     * @throws IllegalStateException when the document no longer has that digest
     */
    public Intent resume(
            UUID credentialId,
            StatusPlace place,
            Map<String, Object> document,
            ProofOptions options,
            String canonicalHash) {
        HashData hashes = hash(document, options);
        if (!hashes.documentHex().equals(canonicalHash)) {
            throw new IllegalStateException("the document of an intent no longer has the digest it had");
        }
        return new Intent(credentialId, place, document, options, hashes);
    }

    /**
     * The signed credential.
     *
     * @throws IllegalStateException when the signature does not verify
     */
    public Map<String, Object> sign(Intent intent, SigningKey key) {
        return secured(intent.document(), intent.options(), intent.hashes(), key);
    }

    /** The signed status list. */
    public Map<String, Object> sign(StatusList list, SigningKey key, Instant now) {
        ProofOptions options = options(list.issuer(), key.publicKey(), now);
        Map<String, Object> document = list.unsigned();
        return secured(document, options, hash(document, options), key);
    }

    /** Verified before it leaves: a faulty key or a flipped bit must not become a published signature. */
    private Map<String, Object> secured(
            Map<String, Object> document, ProofOptions options, HashData hashes, SigningKey key) {
        String proofValue = suite.sign(hashes, key.seed());
        if (!suite.verify(hashes, key.publicKey(), Multibase.decode(proofValue))) {
            throw new IllegalStateException("a signature made just now does not verify");
        }
        return EddsaRdfc2022.secured(document, options, proofValue);
    }

    private HashData hash(Map<String, Object> document, ProofOptions options) {
        try {
            return suite.hash(document, options.members(), CanonicalizationLimits.OWN);
        } catch (CanonicalizationFailed failed) {
            throw new UnfitForSigning(failed.getMessage());
        }
    }

    private static ProofOptions options(Did issuer, Multikey key, Instant now) {
        return new ProofOptions(now, VerificationMethodId.of(issuer, key));
    }
}
