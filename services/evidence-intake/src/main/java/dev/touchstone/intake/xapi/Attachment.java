package dev.touchstone.intake.xapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a statement says of one of its attachments.
 *
 * @param digest SHA-2 in lower case hexadecimal
 * @param elsewhere whether it says where else the content can be had
 */
public record Attachment(String usageType, String contentType, String digest, boolean elsewhere) {

    public static final String SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

    public boolean isSignature() {
        return usageType.equals(SIGNATURE);
    }

    /** Those of a checked statement and of the statement in it, in their order. */
    public static List<Attachment> of(Map<String, Object> statement) {
        List<Attachment> attachments = new ArrayList<>();
        add(attachments, statement);
        if (statement.get("object") instanceof Map<?, ?> object) {
            add(attachments, object);
        }
        return attachments;
    }

    private static void add(List<Attachment> attachments, Map<?, ?> statement) {
        if (statement.get("attachments") instanceof List<?> stated) {
            for (Object one : stated) {
                Map<?, ?> fields = (Map<?, ?>) one;
                attachments.add(new Attachment(
                        (String) fields.get("usageType"),
                        (String) fields.get("contentType"),
                        ((String) fields.get("sha2")).toLowerCase(Locale.ROOT),
                        fields.containsKey("fileUrl")));
            }
        }
    }
}
