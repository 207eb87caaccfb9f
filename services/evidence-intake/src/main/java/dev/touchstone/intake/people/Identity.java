package dev.touchstone.intake.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that another system knows a person by, in the one spelling under which it is compared. Within an
 * organisation an identity belongs to at most one person; a person may have many.
 *
 * @param value at most 2,400 characters: e-mail addresses and digests in lower case, accounts as home page, space, name
 */
public record Identity(IdentityKind kind, String value) implements Comparable<Identity> {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_IRI = 2000;
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

    /**
     * All identities that an e-mail address stands for: the address, and the SHA-1 of it as spelt and in lower case,
     * because senders digest whichever they hold.
     */
    public static Set<Identity> ofEmail(String address) {
        String spelt = address.strip();
        Identity mbox = email(spelt);
        Set<Identity> identities = new LinkedHashSet<>();
        identities.add(mbox);
        identities.add(new Identity(IdentityKind.MBOX_SHA1SUM, sha1("mailto:" + spelt)));
        identities.add(new Identity(IdentityKind.MBOX_SHA1SUM, sha1("mailto:" + mbox.value())));
        return identities;
    }

    /** @throws InvalidIdentity unless it has exactly the shape {@code something@something} */
    public static Identity email(String address) {
        String value =
                checked(address.strip(), LONGEST_ADDRESS, "an e-mail address").toLowerCase(Locale.ROOT);
        int at = value.indexOf('@');
        if (at < 1 || at != value.lastIndexOf('@') || at == value.length() - 1 || hasSpace(value)) {
            throw new InvalidIdentity("must be an e-mail address");
        }
        return new Identity(IdentityKind.MBOX, value);
    }

    /** @param iri {@code mailto:} and an address, as xAPI writes it */
    public static Identity mbox(String iri) {
        if (!iri.regionMatches(true, 0, "mailto:", 0, 7)) {
            throw new InvalidIdentity("must be a mailto IRI");
        }
        return email(iri.substring(7));
    }

    public static Identity mboxSha1(String digest) {
        String value = digest.strip().toLowerCase(Locale.ROOT);
        if (!SHA1.matcher(value).matches()) {
            throw new InvalidIdentity("must be 40 hexadecimal digits");
        }
        return new Identity(IdentityKind.MBOX_SHA1SUM, value);
    }

    public static Identity openid(String uri) {
        return new Identity(IdentityKind.OPENID, iri(uri));
    }

    public static Identity account(String homePage, String name) {
        // An IRI holds no space, so the first one is where the name begins.
        return new Identity(IdentityKind.ACCOUNT, iri(homePage) + " " + checked(name, LONGEST_NAME, "an account name"));
    }

    public static Identity employeeNumber(String number) {
        return new Identity(IdentityKind.EMPLOYEE_NUMBER, checked(number.strip(), LONGEST_NAME, "an employee number"));
    }

    public static Identity login(String login) {
        return new Identity(IdentityKind.LOGIN, checked(login, LONGEST_NAME, "a login"));
    }

    /** A user id as one connection's system gives it; the same id at another connection is another identity. */
    public static Identity platformUser(UUID connectionId, String userId) {
        return new Identity(
                IdentityKind.PLATFORM_USER, connectionId + " " + checked(userId, LONGEST_NAME, "a user id"));
    }

    /** A user whom an organisation's directory keeps here. */
    public static Identity directoryUser(UUID userId) {
        return new Identity(IdentityKind.DIRECTORY_USER, userId.toString());
    }

    private static String iri(String iri) {
        String value = checked(iri.strip(), LONGEST_IRI, "an IRI");
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1 || hasSpace(value)) {
            throw new InvalidIdentity("must be an absolute IRI");
        }
        return value;
    }

    private static String checked(String value, int longest, String what) {
        if (value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw new InvalidIdentity("must be " + what + " of at most " + longest + " characters");
        }
        return value;
    }

    private static boolean hasSpace(String value) {
        return value.chars().anyMatch(Character::isWhitespace);
    }

    private static String sha1(String text) {
        try {
            // What xAPI defines; it names people, it protects nothing.
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(Identity other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }

    /** Names the kind only: identities are personal data and stay out of logs. */
    @Override
    public String toString() {
        return kind.word();
    }
}
