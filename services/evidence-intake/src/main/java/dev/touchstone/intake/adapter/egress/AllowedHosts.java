package dev.touchstone.intake.adapter.egress;

import java.util.List;
import java.util.Locale;

/** Which hosts a deployment lets this service ask: by name, or {@code *.} and a domain; all if none is listed. */
final class AllowedHosts {

    private final List<String> listed;

    AllowedHosts(List<String> listed) {
        this.listed = listed.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    boolean contains(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return listed.isEmpty()
                || listed.stream()
                        .anyMatch(one -> one.startsWith("*.") ? name.endsWith(one.substring(1)) : one.equals(name));
    }
}
