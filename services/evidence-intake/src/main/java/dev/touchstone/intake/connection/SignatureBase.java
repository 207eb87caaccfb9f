package dev.touchstone.intake.connection;

import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text that a message signature signs (RFC 9421 section 2.5): fields ({@code ;sf}, {@code ;key}, {@code ;bs}, see
 * {@link SignedField}) and derived components of a request ({@code @query-param} with {@code ;name}).
 */
final class SignatureBase {

    private static final Set<String> PART_OF_IT = Set.of("key", "tr");
    private static final Set<String> OF_OTHER_MESSAGES = Set.of("req", "tr");

    private SignatureBase() {}

    /**
     * @throws NoBase if a component is named twice, is not in the message, or is wanted in a way that makes no sense
     */
    static String of(Member.InnerList input, Arrival arrival) {
        StringBuilder base = new StringBuilder();
        Set<Component> named = new HashSet<>();
        for (Member.Item item : input.items()) {
            if (!(item.value() instanceof String name) || !name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new NoBase(Rejection.COMPONENT_REFUSED);
            }
            if (!named.add(new Component(name, item.parameters()))) {
                throw new NoBase(Rejection.COMPONENT_REFUSED);
            }
            // nothing but a response is signed together with its request, and trailers are not kept
            if (item.parameters().keySet().stream().anyMatch(OF_OTHER_MESSAGES::contains)) {
                throw new NoBase(Rejection.COMPONENT_REFUSED);
            }
            String value = name.startsWith("@")
                    ? derived(name, item.parameters(), arrival)
                    : SignedField.value(name, item.parameters(), arrival.headers());
            base.append(StructuredText.of(item)).append(": ").append(value).append('\n');
        }
        return base.append("\"@signature-params\": ")
                .append(StructuredText.of(input))
                .toString();
    }

    /** Components that are signed as a whole: one member of a dictionary is not the field. */
    static Set<Object> whole(Member.InnerList input) {
        Set<Object> whole = new HashSet<>();
        for (Member.Item item : input.items()) {
            if (item.parameters().keySet().stream().noneMatch(PART_OF_IT::contains)) {
                whole.add(item.value());
            }
        }
        return whole;
    }

    /** Section 2.2. */
    private static String derived(String name, Map<String, Object> parameters, Arrival arrival) {
        URI target;
        try {
            target = new URI(arrival.target());
        } catch (URISyntaxException e) {
            throw new NoBase(Rejection.SIGNED_HEADER_MISSING);
        }
        String query = target.getRawQuery();
        if (name.equals("@query-param")) {
            return QueryParameter.value(query, parameters);
        }
        if (!parameters.isEmpty()) {
            throw new NoBase(Rejection.COMPONENT_REFUSED);
        }
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return switch (name) {
            case "@method" -> arrival.method();
            case "@target-uri" -> arrival.target();
            case "@scheme" -> scheme(target);
            case "@authority" -> authority(target);
            case "@request-target" -> query == null ? path : path + "?" + query;
            case "@path" -> path;
            case "@query" -> query == null ? "?" : "?" + query;
            // @status is of responses, @signature-params is never named, others do not exist
            default -> throw new NoBase(Rejection.COMPONENT_REFUSED);
        };
    }

    private static String scheme(URI target) {
        if (target.getScheme() == null) {
            throw new NoBase(Rejection.SIGNED_HEADER_MISSING);
        }
        return target.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Section 2.2.3: lower case, without the port that is the scheme's own. */
    private static String authority(URI target) {
        String authority = target.getRawAuthority();
        if (authority == null) {
            throw new NoBase(Rejection.SIGNED_HEADER_MISSING);
        }
        String usual = scheme(target).equals("https") ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }

    /** @param parameters in no order: the order does not make another component (section 2) */
    private record Component(String name, Map<String, Object> parameters) {}

    /** There is nothing to compare a signature with. */
    static final class NoBase extends RuntimeException {
        private final Rejection reason;

        NoBase(Rejection reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Rejection reason() {
            return reason;
        }
    }
}
