package dev.touchstone.embedded.openid;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The authorization endpoint: shows a form, and sends the browser back with a code. */
final class SignInPage {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Accounts accounts;
    private final AuthorizationCodes codes;

    SignInPage(Accounts accounts, AuthorizationCodes codes) {
        this.accounts = accounts;
        this.codes = codes;
    }

    Answer show(String query) {
        try {
            parse(query);
            return form(query, "", 200);
        } catch (ParseException e) {
            return Answer.page(400, "<!doctype html><title>Sign in</title><p>" + escape(e.getMessage()));
        }
    }

    Answer signIn(String body) {
        var fields = URLUtils.parseParameters(body);
        try {
            var query = field(fields, "request");
            var request = parse(query);
            var person = accounts.person(field(fields, "login"), field(fields, "password"));
            if (person.isEmpty()) {
                return form(query, "Unknown login or wrong password.", 401);
            }
            return Answer.redirect(back(request, person.get()));
        } catch (ParseException e) {
            return Answer.page(400, "<!doctype html><title>Sign in</title><p>" + escape(e.getMessage()));
        }
    }

    private String back(AuthenticationRequest request, Person person) {
        var challenge = request.getCodeChallenge();
        var code = codes.issue(new AuthorizationCodes.Grant(
                person.login(),
                request.getClientID().getValue(),
                request.getRedirectionURI().toString(),
                request.getNonce() == null ? null : request.getNonce().getValue(),
                challenge == null ? null : challenge.getValue()));
        var uri = request.getRedirectionURI().toString();
        var state = request.getState() == null
                ? ""
                : "&state=" + encode(request.getState().getValue());
        return uri + (uri.contains("?") ? "&" : "?") + "code=" + encode(code) + state;
    }

    private AuthenticationRequest parse(String query) throws ParseException {
        var request = AuthenticationRequest.parse(query);
        var client = accounts.client(request.getClientID().getValue())
                .orElseThrow(() -> new ParseException("Unknown client"));
        if (!request.getResponseType().equals(ResponseType.CODE)) {
            throw new ParseException("Only response_type=code is offered");
        }
        if (!isLoopback(request.getRedirectionURI())) {
            throw new ParseException("redirect_uri must be http on this machine");
        }
        var method = request.getCodeChallengeMethod();
        if (client.isPublic() && (method == null || !method.getValue().equals("S256"))) {
            throw new ParseException("A client without a secret needs a code_challenge with S256");
        }
        return request;
    }

    private static boolean isLoopback(URI redirect) {
        return "http".equals(redirect.getScheme()) && LOOPBACK.contains(redirect.getHost());
    }

    private static Answer form(String query, String message, int status) {
        return Answer.page(status, """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Sign in</title>
                <h1>Sign in to Touchstone</h1>
                <p role="alert">%s</p>
                <form method="post" action="/authorize">
                <input type="hidden" name="request" value="%s">
                <p><label>Login <input name="login" autocomplete="username" required autofocus></label></p>
                <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
                <p><button>Sign in</button></p>
                </form></html>
                """.formatted(escape(message), escape(query)));
    }

    private static String field(Map<String, List<String>> fields, String name) throws ParseException {
        var values = fields.get(name);
        if (values == null || values.isEmpty()) {
            throw new ParseException("Missing " + name);
        }
        return values.get(0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
