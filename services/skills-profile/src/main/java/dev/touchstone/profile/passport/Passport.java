package dev.touchstone.profile.passport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything one person has been recognised for: a fold over facts. Whatever the order in which they arrive, and however
 * often, the same facts make the same passport; versions decide, never the time of arrival.
 *
 * @param person null as long as only credentials have arrived
 * @param credentials by credential id
 * @param merged whom the person was found to be, null for everybody else: then nothing is proved here, but there
 */
public record Passport(
        PersonKey key,
        PersonFacts person,
        SortedMap<UUID, HeldCredential> credentials,
        PassportFact.PersonMerged merged) {

    public Passport {
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
    }

    public static Passport empty(PersonKey key) {
        return new Passport(key, null, new TreeMap<>(), null);
    }

    /** The passport with the fact in it; this very object when the fact changes nothing. */
    public Passport apply(PassportFact fact) {
        if (fact instanceof PassportFact.PersonChanged changed) {
            return applyPerson(changed.person());
        }
        if (fact instanceof PassportFact.CredentialIssued issued) {
            return with(credential(issued.credentialId()).issued(issued.version(), issued.award()));
        }
        if (fact instanceof PassportFact.CredentialRevoked revoked) {
            return with(credential(revoked.credentialId())
                    .revoked(revoked.version(), revoked.revokedAt(), revoked.reasonCode()));
        }
        if (fact instanceof PassportFact.PersonMerged found) {
            return merged != null && merged.version() >= found.version()
                    ? this
                    : new Passport(key, null, credentials, found);
        }
        throw new IllegalStateException("unknown fact");
    }

    /** The passport with all of the facts in it; this very object when they change nothing. */
    public Passport applyAll(List<PassportFact> facts) {
        Passport passport = this;
        for (PassportFact fact : facts) {
            passport = passport.apply(fact);
        }
        return passport;
    }

    /** What the credentials that count prove, skill by skill; dates are not looked at. */
    public List<SkillProof> proofs() {
        List<SkillProof> proofs = new ArrayList<>();
        if (merged != null) {
            return proofs;
        }
        for (Map.Entry<UUID, HeldCredential> entry : credentials.entrySet()) {
            if (entry.getValue().counts()) {
                Award award = entry.getValue().award();
                award.skills().forEach(skill -> proofs.add(SkillProof.of(entry.getKey(), award, skill)));
            }
        }
        return proofs;
    }

    /** Everything there is about credentials, to be told of somebody else: of whom the person was merged into. */
    public List<PassportFact> carried() {
        return credentials.values().stream()
                .flatMap(credential -> credential.facts().stream())
                .toList();
    }

    private Passport applyPerson(PersonFacts newer) {
        boolean isKnown = merged != null || person != null && person.version() >= newer.version();
        return isKnown ? this : new Passport(key, newer, credentials, null);
    }

    private HeldCredential credential(UUID credentialId) {
        HeldCredential known = credentials.get(credentialId);
        return known == null ? HeldCredential.unknown(credentialId) : known;
    }

    private Passport with(HeldCredential changed) {
        if (changed.equals(credentials.get(changed.credentialId()))) {
            return this;
        }
        SortedMap<UUID, HeldCredential> all = new TreeMap<>(credentials);
        all.put(changed.credentialId(), changed);
        return new Passport(key, person, all, merged);
    }
}
