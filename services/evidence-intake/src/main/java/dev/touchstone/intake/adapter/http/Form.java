package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a body of type {@code application/x-www-form-urlencoded}. */
final class Form {

    private static final int MOST = 100;

    private Form() {}

    /** @throws ProblemException invalid, if it is no form or gives a field twice */
    static Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw invalid("", "has more than " + MOST + " fields");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty() && fields.put(name, value) != null) {
                throw invalid(name, "is given twice");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("", "is not encoded as a form");
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return ProblemException.invalid("The form is not valid.", List.of(new FieldError(field, detail)));
    }
}
