package dev.touchstone.issuance.proof;

import java.util.Optional;

/**
 * The address of a key: {@code <controller>#<fragment>}. Touchstone names its keys {@code did:web:host:tenant#z6Mk…}: the
 * fragment is the key itself, so that a verifier without a network can check the signature and one with a network can
 * check that the controller lists the key.
 */
public record VerificationMethodId(String controller, String fragment) {

    /** Empty where the text does not have exactly one {@code #} with something on both sides. */
    public static Optional<VerificationMethodId> parse(String text) {
        int hash = text.indexOf('#');
        if (hash <= 0 || hash == text.length() - 1 || text.indexOf('#', hash + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new VerificationMethodId(text.substring(0, hash), text.substring(hash + 1)));
    }

    public static VerificationMethodId of(Did controller, Multikey key) {
        return new VerificationMethodId(controller.text(), key.text());
    }

    /** The key that the fragment spells out, where it does. */
    public Optional<Multikey> key() {
        return Multikey.parse(fragment);
    }

    public String text() {
        return controller + "#" + fragment;
    }
}
