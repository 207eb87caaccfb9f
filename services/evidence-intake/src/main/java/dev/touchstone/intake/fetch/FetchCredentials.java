package dev.touchstone.intake.fetch;

import dev.touchstone.intake.document.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How this service proves who it is when it asks. Each kind has one secret at most, which is not part of it. */
public sealed interface FetchCredentials {

    /** None: the address is public, or the network vouches. */
    record None() implements FetchCredentials {}

    /** What is sent with every request, as it is. */
    sealed interface Fixed extends FetchCredentials {

        String header();

        String value(String secret);
    }

    /** A bearer token (RFC 6750). */
    record Bearer() implements Fixed {

        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String value(String secret) {
            return "Bearer " + secret;
        }
    }

    /**
     * HTTP Basic (RFC 7617). One of the two is null: the secret takes its place. BambooHR has it as the user name.
     */
    record Basic(String username, String password) implements Fixed {

        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String value(String secret) {
            String pair = (username == null ? secret : username) + ":" + (password == null ? secret : password);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * An API key in a header field.
     *
     * @param prefix before the key, may be empty
     */
    record ApiKey(String header, String prefix) implements Fixed {

        @Override
        public String value(String secret) {
            return prefix + secret;
        }
    }

    /**
     * The client credentials of OAuth 2.0 (RFC 6749 section 4.4): the secret gets a token, the token is sent.
     *
     * @param scope null for the one that the server takes by itself
     */
    record ClientCredentials(URI tokenUrl, String clientId, String scope, ClientAuthentication how)
            implements FetchCredentials {}

    /** Where the client's id and secret stand in the request for a token. */
    enum ClientAuthentication {
        /** In the form, as most have it. */
        FORM,
        /** In an object of JSON, which is not of the standard. */
        JSON,
        /** As user and password. */
        BASIC;

        public static final Map<String, ClientAuthentication> WORDS = Words.of(ClientAuthentication.class);
    }

    default boolean needsSecret() {
        return !(this instanceof None);
    }
}
