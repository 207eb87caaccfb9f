package dev.touchstone.issuance.proof;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who controls a key. Any other identifier (another DID method, an https address) is {@link Other}. */
public sealed interface Did {

    String text();

    static Did parse(String text) {
        if (text.startsWith("did:key:")) {
            Optional<Multikey> key = Multikey.parse(text.substring("did:key:".length()));
            return key.<Did>map(Key::new).orElseGet(() -> new Other(text));
        }
        if (Web.PATTERN.matcher(text).matches()) {
            List<String> parts =
                    Arrays.asList(text.substring("did:web:".length()).split(":"));
            return new Web(
                    URLDecoder.decode(parts.get(0), StandardCharsets.UTF_8),
                    parts.stream()
                            .skip(1)
                            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                            .toList());
        }
        return new Other(text);
    }

    /** {@code did:key}: the identifier is the key, nothing has to be looked up. */
    record Key(Multikey key) implements Did {
        @Override
        public String text() {
            return "did:key:" + key.text();
        }
    }

    /**
     * {@code did:web}: the document lies at {@code https://<authority>/<path…>/did.json}.
     *
     * @param authority host, with {@code :port} where it has one
     * @param path segments, at least one for an organisation
     */
    record Web(String authority, List<String> path) implements Did {

        private static final Pattern PATTERN =
                Pattern.compile("did:web:[A-Za-z0-9.-]+(%3[Aa][0-9]{1,5})?(:([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+)*");

        @Override
        public String text() {
            String tail = path.stream()
                    .map(part -> ":" + URLEncoder.encode(part, StandardCharsets.UTF_8))
                    .collect(Collectors.joining());
            return "did:web:" + URLEncoder.encode(authority, StandardCharsets.UTF_8) + tail;
        }
    }

    /** An identifier of a kind that is not resolved here. */
    record Other(String text) implements Did {}
}
