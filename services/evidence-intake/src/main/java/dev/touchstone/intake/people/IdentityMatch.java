package dev.touchstone.intake.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a set of identities means. */
public sealed interface IdentityMatch {

    /** Everything that is known of it belongs to one person. */
    record Found(UUID personId) implements IdentityMatch {}

    /** Nobody is known by any of it. */
    record Unknown() implements IdentityMatch {}

    /** It belongs to more than one person: nobody may guess. */
    record Ambiguous() implements IdentityMatch {}

    static IdentityMatch of(Collection<Identity> identities, Map<Identity, UUID> owners) {
        Set<UUID> found = identities.stream()
                .map(identity -> Optional.ofNullable(owners.get(identity)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return switch (found.size()) {
            case 0 -> new Unknown();
            case 1 -> new Found(found.iterator().next());
            default -> new Ambiguous();
        };
    }

    default Optional<UUID> person() {
        return this instanceof Found found ? Optional.of(found.personId()) : Optional.empty();
    }
}
