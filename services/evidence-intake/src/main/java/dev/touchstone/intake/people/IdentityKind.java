package dev.touchstone.intake.people;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What another system may know a person by. */
public enum IdentityKind {
    /** An account at a system: its home page and the name there (xAPI account). */
    ACCOUNT("account"),
    /** An e-mail address. */
    MBOX("mbox"),
    /** SHA-1 of {@code mailto:} and the address, hexadecimal (xAPI). */
    MBOX_SHA1SUM("mbox_sha1sum"),
    OPENID("openid"),
    EMPLOYEE_NUMBER("employeeNumber"),
    /** Subject at the organisation's OpenID provider. One person has one at a time. */
    LOGIN("login"),
    /** A user id that means something to one connection only. */
    PLATFORM_USER("platformUser"),
    /** The id that a user of the organisation's directory has here: minted by us, never handed on. */
    DIRECTORY_USER("directoryUser");

    private static final Map<String, IdentityKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(IdentityKind::word, Function.identity()));

    private final String word;

    IdentityKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException for a word that no kind has */
    public static IdentityKind of(String word) {
        IdentityKind kind = BY_WORD.get(word);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of identity");
        }
        return kind;
    }
}
