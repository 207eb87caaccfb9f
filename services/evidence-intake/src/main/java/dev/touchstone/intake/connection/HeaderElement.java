package dev.touchstone.intake.connection;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in the request a value stands: a header field, or those elements of a list in it that begin with a prefix, as
 * in {@code Stripe-Signature: t=1492774577,v1=…} or {@code webhook-signature: v1,… v1,…}.
 *
 * @param header name of the header field
 * @param prefix what stands before the value, possibly nothing
 * @param separator what separates the elements of the list; empty: the field is one element
 */
public record HeaderElement(String header, String prefix, String separator) {

    private static final int MOST_ELEMENTS = 10;

    /** The values, at most 10; none if the field is missing or repeated. */
    public List<String> values(Headers headers) {
        return headers.single(header).stream()
                .flatMap(field -> separator.isEmpty()
                        ? List.of(field).stream()
                        : Arrays.stream(field.split(Pattern.quote(separator), MOST_ELEMENTS + 1)))
                .limit(MOST_ELEMENTS)
                .map(String::strip)
                .filter(element -> element.startsWith(prefix))
                .map(element -> element.substring(prefix.length()))
                .toList();
    }
}
