package dev.touchstone.intake.fetch;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.fetch.FetchCredentials.ClientAuthentication;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a connection fetches. Adds every mistake to the document. */
public final class FetchReader {

    private static final int MOST_REQUESTS = 5;
    private static final int MOST_HEADERS = 10;
    private static final int LONGEST_URL = 1000;
    private static final int LONGEST_VALUES = 4000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern FIELD_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,498}[\\x21-\\x7e])?");
    /** Of the connection, or of what is proved by the credentials. */
    private static final Set<String> OURS = Set.of(
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private FetchReader() {}

    /** Empty if there was a mistake; the document has it. */
    public static Optional<FetchSettings> read(Document fetch) {
        fetch.allowOnly(Set.of("origin", "requests", "headers", "credentials"));
        Optional<URI> origin = fetch.requiredText("origin", LONGEST_URL).flatMap(text -> origin(fetch, text));
        List<FetchRequest> requests = requests(fetch);
        Map<String, String> headers = headers(fetch);
        Optional<FetchCredentials> credentials =
                fetch.requiredObject("credentials").flatMap(FetchReader::credentials);
        if (origin.isEmpty() || requests.isEmpty() || credentials.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FetchSettings(origin.get(), requests, headers, credentials.get()));
    }

    private static Optional<URI> origin(Document fetch, String text) {
        Optional<URI> address = address(text)
                .filter(uri -> uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                .filter(uri -> uri.getRawQuery() == null);
        if (address.isEmpty()) {
            fetch.violation("origin", "must be scheme and host, such as https://api.example.org");
        }
        return address.map(uri -> URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<FetchRequest> requests(Document fetch) {
        List<FetchRequest> requests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Document> given = fetch.objects("requests", MOST_REQUESTS);
        for (Document item : given) {
            item.allowOnly(Set.of("name", "path", "values", "body"));
            Optional<String> name = item.requiredText("name", 40);
            name.filter(text -> !NAME.matcher(text).matches() || !names.add(text))
                    .ifPresent(text -> item.violation("name", "must be letters and digits, and no other's name"));
            Optional<UrlTemplate> path = item.requiredText("path", LONGEST_URL).flatMap(text -> path(item, text));
            Optional<String> values = item.requiredText("values", LONGEST_VALUES);
            Object body = item.object("body").map(Document::fields).orElse(null);
            if (name.isPresent() && path.isPresent() && values.isPresent()) {
                requests.add(new FetchRequest(name.get(), path.get(), values.get(), body));
            }
        }
        if (given.isEmpty()) {
            fetch.violation("requests", "must hold 1 to " + MOST_REQUESTS + " requests");
        }
        return requests.size() == given.size() ? requests : List.of();
    }

    private static Optional<UrlTemplate> path(Document item, String text) {
        try {
            return Optional.of(UrlTemplate.parse(text));
        } catch (UrlTemplate.InvalidTemplate e) {
            item.violation("path", e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(Document fetch) {
        Map<String, String> headers = new LinkedHashMap<>();
        fetch.object("headers").ifPresent(given -> {
            if (given.fields().size() > MOST_HEADERS) {
                fetch.violation("headers", "must hold at most " + MOST_HEADERS + " header fields");
            }
            for (String name : given.fields().keySet()) {
                Optional<String> value = given.requiredText(name, 500);
                if (!FIELD_NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    given.violation(name, "is no header field that can be set here; secrets belong to credentials");
                } else if (value.isPresent()
                        && !FIELD_VALUE.matcher(value.get()).matches()) {
                    given.violation(name, "must be printable ASCII");
                } else {
                    value.ifPresent(text -> headers.put(name, text));
                }
            }
        });
        return headers;
    }

    private static Optional<FetchCredentials> credentials(Document credentials) {
        Optional<String> kind = credentials.requiredText("kind", 40);
        return kind.flatMap(word -> switch (word) {
            case "none" -> only(credentials, new FetchCredentials.None());
            case "bearer" -> only(credentials, new FetchCredentials.Bearer());
            case "basic" -> basic(credentials);
            case "api-key" -> apiKey(credentials);
            case "client-credentials" -> clientCredentials(credentials);
            default -> {
                credentials.violation("kind", "must be one of [none, bearer, basic, api-key, client-credentials]");
                yield Optional.empty();
            }
        });
    }

    private static Optional<FetchCredentials> only(Document credentials, FetchCredentials known) {
        credentials.allowOnly(Set.of("kind"));
        return Optional.of(known);
    }

    private static Optional<FetchCredentials> basic(Document credentials) {
        credentials.allowOnly(Set.of("kind", "username", "password"));
        Optional<String> username = credentials.text("username", 200);
        Optional<String> password = credentials.text("password", 200);
        if (username.isPresent() == password.isPresent()) {
            credentials.violation("", "must have either username or password: the secret takes the place of the other");
        }
        username.filter(name -> name.indexOf(':') >= 0)
                .ifPresent(name -> credentials.violation("username", "must not hold a colon (RFC 7617)"));
        return Optional.of(new FetchCredentials.Basic(username.orElse(null), password.orElse(null)));
    }

    private static Optional<FetchCredentials> apiKey(Document credentials) {
        credentials.allowOnly(Set.of("kind", "header", "prefix"));
        Optional<String> header = credentials.requiredText("header", 100);
        Optional<String> prefix = credentials.text("prefix", 40);
        header.filter(name -> !FIELD_NAME.matcher(name).matches()
                        || OURS.contains(name.toLowerCase(Locale.ROOT)) && !"authorization".equalsIgnoreCase(name))
                .ifPresent(name -> credentials.violation("header", "must be the name of a header field"));
        prefix.filter(text -> !text.matches("[\\x21-\\x7e][\\x20-\\x7e]*"))
                .ifPresent(text -> credentials.violation("prefix", "must be printable ASCII"));
        return header.map(name -> new FetchCredentials.ApiKey(name, prefix.orElse("")));
    }

    private static Optional<FetchCredentials> clientCredentials(Document credentials) {
        credentials.allowOnly(Set.of("kind", "tokenUrl", "clientId", "scope", "clientAuthentication"));
        Optional<URI> tokenUrl =
                credentials.requiredText("tokenUrl", LONGEST_URL).flatMap(FetchReader::address);
        if (tokenUrl.isEmpty()) {
            credentials.violation("tokenUrl", "must be an address, such as https://api.example.org/oauth2/token");
        }
        Optional<String> clientId = credentials.requiredText("clientId", 500);
        Optional<String> scope = credentials.text("scope", 1000);
        ClientAuthentication how = credentials
                .word("clientAuthentication", ClientAuthentication.WORDS)
                .orElse(ClientAuthentication.FORM);
        return tokenUrl.flatMap(
                url -> clientId.map(id -> new FetchCredentials.ClientCredentials(url, id, scope.orElse(null), how)));
    }
}
