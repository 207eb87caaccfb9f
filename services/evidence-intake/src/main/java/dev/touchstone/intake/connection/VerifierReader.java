package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Document;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a verifier profile from its JSON form, by its {@code kind}; without one it is {@code hmac}. */
public final class VerifierReader {

    static final String SIGNED_BODY = "signedBody";
    private static final String TOLERANCE = "toleranceSeconds";
    private static final int LONGEST_TOLERANCE = 86_400;
    private static final int USUAL_TOLERANCE = 300;
    private static final int LONGEST_NAME = 200;
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Map<String, Boolean> SIGNED_BODIES = Map.of("received", false, "decoded", true);
    private static final List<String> USUALLY_SIGNED = List.of("@method", "@target-uri", ContentDigest.FIELD);

    private VerifierReader() {}

    /** Empty if there was a mistake; the document has it. */
    public static Optional<VerifierProfile> read(Document profile) {
        Optional<VerifierKind> kind =
                profile.has("kind") ? profile.word("kind", VerifierKind.WORDS) : Optional.of(VerifierKind.HMAC);
        return kind.flatMap(known -> switch (known) {
            case HMAC -> HmacProfileReader.read(profile).map(VerifierProfile.class::cast);
            case STANDARD_WEBHOOKS -> standardWebhooks(profile);
            case JWT_BODY -> JwtBodyProfileReader.read(profile);
            case HTTP_SIGNATURE -> httpSignature(profile);
            case BASIC -> basic(profile);
            case BEARER -> bearer(profile);
            case STATIC_HEADER -> staticHeader(profile);
            case FORM_CREDENTIALS -> formCredentials(profile);
            case UNSIGNED -> unsigned(profile);
        });
    }

    private static Optional<VerifierProfile> standardWebhooks(Document profile) {
        profile.allowOnly(Set.of("kind", TOLERANCE, SIGNED_BODY));
        return Optional.of(new StandardWebhooksProfile(tolerance(profile), signsDecoded(profile)));
    }

    private static Optional<VerifierProfile> httpSignature(Document profile) {
        profile.allowOnly(Set.of("kind", "algorithm", "keyId", "required", TOLERANCE));
        profile.requiredText("algorithm", 30);
        Optional<HttpSignatureAlgorithm> algorithm = profile.word("algorithm", HttpSignatureAlgorithm.WORDS);
        List<String> required = profile.has("required") ? profile.texts("required", 20, 100) : USUALLY_SIGNED;
        if (!required.contains(ContentDigest.FIELD)) {
            profile.violation("required", "must hold content-digest, or nothing signs the body");
        }
        Optional<String> keyId = profile.text("keyId", LONGEST_NAME);
        Duration tolerance = tolerance(profile);
        return algorithm.map(
                known -> new HttpSignatureProfile(known, keyId.orElse(null), new LinkedHashSet<>(required), tolerance));
    }

    private static Optional<VerifierProfile> basic(Document profile) {
        profile.allowOnly(Set.of("kind", "username"));
        Optional<String> username = profile.requiredText("username", LONGEST_NAME);
        username.filter(name -> name.indexOf(':') >= 0)
                .ifPresent(name -> profile.violation("username", "must not hold a colon (RFC 7617)"));
        return username.map(BasicProfile::new);
    }

    private static Optional<VerifierProfile> bearer(Document profile) {
        profile.allowOnly(Set.of("kind"));
        return Optional.of(new BearerProfile());
    }

    private static Optional<VerifierProfile> staticHeader(Document profile) {
        profile.allowOnly(Set.of("kind", "header"));
        return header(profile).map(StaticHeaderProfile::new);
    }

    private static Optional<VerifierProfile> formCredentials(Document profile) {
        profile.allowOnly(Set.of("kind", "userField", "passwordField", "username"));
        Optional<String> user = profile.requiredText("userField", 100);
        Optional<String> password = profile.requiredText("passwordField", 100);
        Optional<String> username = profile.requiredText("username", LONGEST_NAME);
        if (user.isEmpty() || password.isEmpty() || username.isEmpty()) {
            return Optional.empty();
        }
        if (user.equals(password)) {
            profile.violation("passwordField", "must be another field than userField");
        }
        return Optional.of(new FormCredentialsProfile(user.get(), password.get(), username.get()));
    }

    private static Optional<VerifierProfile> unsigned(Document profile) {
        profile.allowOnly(Set.of("kind", "allowUnsigned"));
        if (!profile.flag("allowUnsigned").orElse(false)) {
            profile.violation("allowUnsigned", "must be true, so that nobody leaves the signature out by accident");
        }
        return Optional.of(new UnsignedProfile());
    }

    /** The name of a header field, under {@code header}. */
    static Optional<String> header(Document place) {
        Optional<String> header = place.requiredText("header", 100);
        header.filter(name -> !FIELD_NAME.matcher(name).matches())
                .ifPresent(name -> place.violation("header", "must be the name of a header field"));
        return header;
    }

    static Duration tolerance(Document profile) {
        double seconds = profile.number(TOLERANCE).orElse((double) USUAL_TOLERANCE);
        if (seconds < 1 || seconds > LONGEST_TOLERANCE) {
            profile.violation(TOLERANCE, "must be 1 to " + LONGEST_TOLERANCE);
        }
        return Duration.ofSeconds((long) seconds);
    }

    static boolean signsDecoded(Document profile) {
        return profile.word(SIGNED_BODY, SIGNED_BODIES).orElse(false);
    }
}
