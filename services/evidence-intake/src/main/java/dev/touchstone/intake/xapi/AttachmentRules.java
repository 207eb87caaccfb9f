package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a statement says of its attachments (1.0.3 part two, section 2.4.11). */
final class AttachmentRules {

    private static final int MOST = 1000;
    private static final int LONGEST = 255;
    private static final Set<String> FIELDS =
            Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}([ \t]*;.*)?");
    private static final Pattern SHA_2 =
            Pattern.compile("[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}");

    private AttachmentRules() {}

    static void check(Document statement) {
        statement.objects("attachments", MOST).forEach(AttachmentRules::attachment);
    }

    private static void attachment(Document attachment) {
        attachment.allowOnly(FIELDS);
        Values.requiredIri(attachment, "usageType");
        Values.require(attachment, "display");
        Values.languageMap(attachment, "display");
        Values.languageMap(attachment, "description");
        attachment
                .requiredText("contentType", LONGEST)
                .ifPresent(type -> Values.holds(
                        MEDIA_TYPE.matcher(type).matches(), attachment, "contentType", "must be a media type"));
        Values.require(attachment, "length");
        Optional<Object> length = attachment.value("length");
        Values.holds(
                length.isEmpty() || isCount(length.get()),
                attachment,
                "length",
                "must be a whole number, not negative");
        attachment
                .requiredText("sha2", LONGEST)
                .ifPresent(digest -> Values.holds(
                        SHA_2.matcher(digest).matches(), attachment, "sha2", "must be a SHA-2 digest in hexadecimal"));
        Values.iri(attachment, "fileUrl");
    }

    private static boolean isCount(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return ((Number) value).longValue() >= 0;
        }
        return value instanceof BigDecimal number
                && number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
