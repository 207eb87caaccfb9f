package dev.touchstone.intake.directory;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which attribute of a directory's user is their login: what the organisation's OpenID provider says of them in the claim
 * that the services read ({@code touchstone.security.login-claim}). No attribute of SCIM is it by itself.
 */
public enum LoginSource {
    /** The directory says nothing of logins; what it said before stays. */
    NONE("none", user -> null),
    USER_NAME("userName", DirectoryUser::userName),
    EXTERNAL_ID("externalId", DirectoryUser::externalId),
    /** The attribute {@code login} of our own extension. */
    LOGIN("login", DirectoryUser::login);

    private final String word;
    private final Function<DirectoryUser, String> attribute;

    LoginSource(String word, Function<DirectoryUser, String> attribute) {
        this.word = word;
        this.attribute = attribute;
    }

    public String word() {
        return word;
    }

    /** Empty for a word that none has. */
    public static Optional<LoginSource> of(String word) {
        for (LoginSource source : values()) {
            if (source.word.equals(word)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    /** Empty where the directory does not say. */
    public Optional<String> login(DirectoryUser user) {
        return Optional.ofNullable(attribute.apply(user)).filter(login -> !login.isBlank());
    }
}
