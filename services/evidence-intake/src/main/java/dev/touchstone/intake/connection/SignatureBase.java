package dev.touchstone.intake.connection;

import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text that a message signature signs (RFC 9421 section 2.5). Fields and derived components without parameters are
 * known; a component with one ({@code ;sf}, {@code ;key}, {@code ;bs}, {@code ;req}, {@code ;tr}, {@code ;name})
 * cannot be had.
 */
final class SignatureBase {

    private SignatureBase() {}

    /** Empty if a component is named twice, not known or not in the message. */
    static Optional<String> of(Member.InnerList input, Arrival arrival) {
        StringBuilder base = new StringBuilder();
        Set<String> names = new HashSet<>();
        for (Member.Item item : input.items()) {
            if (!(item.value() instanceof String name)
                    || !item.parameters().isEmpty()
                    || !name.equals(name.toLowerCase(Locale.ROOT))
                    || !names.add(name)) {
                return Optional.empty();
            }
            Optional<String> value = name.startsWith("@") ? derived(name, arrival) : field(name, arrival.headers());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            base.append(StructuredText.of(item))
                    .append(": ")
                    .append(value.get())
                    .append('\n');
        }
        return Optional.of(base.append("\"@signature-params\": ")
                .append(StructuredText.of(input))
                .toString());
    }

    /** Section 2.1: every value without the space around it, folded lines unfolded, joined with a comma. */
    private static Optional<String> field(String name, Headers headers) {
        List<String> values = headers.all(name);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(value -> value.strip().replaceAll("\\s*\\r?\\n\\s+", " "))
                        .collect(Collectors.joining(", ")));
    }

    /** Section 2.2. */
    private static Optional<String> derived(String name, Arrival arrival) {
        URI target;
        try {
            target = new URI(arrival.target());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String query = target.getRawQuery();
        return Optional.ofNullable(
                switch (name) {
                    case "@method" -> arrival.method();
                    case "@target-uri" -> arrival.target();
                    case "@scheme" -> target.getScheme().toLowerCase(Locale.ROOT);
                    case "@authority" -> authority(target);
                    case "@request-target" -> query == null ? path : path + "?" + query;
                    case "@path" -> path;
                    case "@query" -> query == null ? "?" : "?" + query;
                    default -> null;
                });
    }

    /** Section 2.2.3: lower case, without the port that is the scheme's own. */
    private static String authority(URI target) {
        String authority = target.getRawAuthority();
        if (authority == null || target.getScheme() == null) {
            return null;
        }
        String usual = target.getScheme().equalsIgnoreCase("https") ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }
}
