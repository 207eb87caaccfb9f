package dev.touchstone.intake.connection;

import dev.touchstone.intake.connection.HmacProfile.Algorithm;
import dev.touchstone.intake.connection.TimestampRule.TimeUnit;
import dev.touchstone.intake.document.Document;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads an HMAC profile from its JSON form, e.g.
 *
 * <pre>
 * {"algorithm":"HmacSHA256","header":"Stripe-Signature","prefix":"v1=","separator":",","encoding":"hex",
 *  "signed":"{timestamp}.{body}",
 *  "timestamp":{"header":"Stripe-Signature","prefix":"t=","separator":",","unit":"s","toleranceSeconds":300}}
 * </pre>
 */
final class HmacProfileReader {

    private static final Map<String, Algorithm> ALGORITHMS = Arrays.stream(Algorithm.values())
            .collect(Collectors.toUnmodifiableMap(Algorithm::word, Function.identity()));
    private static final Map<String, Encoding> ENCODINGS =
            Map.of("hex", Encoding.HEX, "base64", Encoding.BASE64, "base64url", Encoding.BASE64URL);
    private static final Map<String, Encoding> SECRET_ENCODINGS = Map.of(
            "text", Encoding.UTF8, "hex", Encoding.HEX, "base64", Encoding.BASE64, "base64url", Encoding.BASE64URL);
    private static final Map<String, TimeUnit> UNITS =
            Map.of("s", TimeUnit.SECONDS, "ms", TimeUnit.MILLISECONDS, "rfc3339", TimeUnit.RFC3339);

    private HmacProfileReader() {}

    /** Empty if there was a mistake; the document has it. */
    static Optional<HmacProfile> read(Document profile) {
        profile.allowOnly(Set.of(
                "kind",
                "algorithm",
                "header",
                "prefix",
                "separator",
                "encoding",
                "signed",
                "timestamp",
                "secretEncoding",
                VerifierReader.SIGNED_BODY));
        profile.requiredText("algorithm", 20);
        profile.requiredText("encoding", 20);
        Optional<Algorithm> algorithm = profile.word("algorithm", ALGORITHMS);
        Optional<Encoding> encoding = profile.word("encoding", ENCODINGS);
        Optional<Encoding> secretEncoding = profile.word("secretEncoding", SECRET_ENCODINGS);
        boolean decoded = VerifierReader.signsDecoded(profile);
        HeaderElement signature = element(profile);
        Optional<TimestampRule> timestamp = profile.object("timestamp").flatMap(HmacProfileReader::timestamp);
        Optional<String> signed = profile.requiredText("signed", 1000);
        if (algorithm.isEmpty()
                || encoding.isEmpty()
                || signed.isEmpty()
                || signature.header().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HmacProfile(
                    algorithm.get(),
                    signature,
                    encoding.get(),
                    SignedText.parse(signed.get()),
                    timestamp.orElse(null),
                    secretEncoding.orElse(Encoding.UTF8),
                    decoded));
        } catch (InvalidProfile e) {
            profile.violation(e.field(), e.getMessage());
            return Optional.empty();
        }
    }

    private static HeaderElement element(Document place) {
        String header = VerifierReader.header(place).orElse("");
        return new HeaderElement(header, raw(place, "prefix"), raw(place, "separator"));
    }

    /** Unlike other texts, a separator may well be a space, and a prefix nothing. */
    private static String raw(Document place, String name) {
        Object value = place.value(name).orElse("");
        if (!(value instanceof String text) || text.length() > 40 || text.indexOf('\0') >= 0) {
            place.violation(name, "must be a string of at most 40 characters, without U+0000");
            return "";
        }
        return text;
    }

    private static Optional<TimestampRule> timestamp(Document rule) {
        rule.allowOnly(Set.of("header", "prefix", "separator", "unit", "toleranceSeconds"));
        rule.requiredText("unit", 10);
        Optional<TimeUnit> unit = rule.word("unit", UNITS);
        HeaderElement element = element(rule);
        var tolerance = VerifierReader.tolerance(rule);
        return unit.map(known -> new TimestampRule(element, known, tolerance));
    }
}
