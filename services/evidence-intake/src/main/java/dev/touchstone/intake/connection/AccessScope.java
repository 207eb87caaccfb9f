package dev.touchstone.intake.connection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an access token is good for. */
public enum AccessScope {
    READ("xapi:read"),
    WRITE("xapi:write");

    private final String word;

    AccessScope(String word) {
        this.word = word;
    }

    /** As the parameter {@code scope} names it. */
    public String word() {
        return word;
    }

    /** All of them if none is named; empty if one is named that there is not. */
    public static Optional<Set<AccessScope>> parse(String scope) {
        if (scope == null || scope.isBlank()) {
            return Optional.of(EnumSet.allOf(AccessScope.class));
        }
        Set<AccessScope> scopes = EnumSet.noneOf(AccessScope.class);
        for (String word : scope.strip().split(" +")) {
            Optional<AccessScope> known =
                    Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(known.get());
        }
        return Optional.of(scopes);
    }

    public static String words(Set<AccessScope> scopes) {
        return scopes.stream().sorted().map(AccessScope::word).collect(Collectors.joining(" "));
    }
}
