package dev.touchstone.embedded.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Objects;
import net.minidev.json.JSONObject;

/** The token endpoint (RFC 6749 section 3.2): password, client credentials and authorization code. */
final class TokenEndpoint {
    private final Accounts accounts;
    private final AuthorizationCodes codes;
    private final TokenMint mint;

    TokenEndpoint(Accounts accounts, AuthorizationCodes codes, TokenMint mint) {
        this.accounts = accounts;
        this.codes = codes;
        this.mint = mint;
    }

    Answer answer(HTTPRequest http) {
        try {
            return grant(TokenRequest.parse(http));
        } catch (ParseException e) {
            return refusal(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        } catch (GeneralException e) {
            return refusal(e.getErrorObject());
        }
    }

    private Answer grant(TokenRequest request) throws GeneralException {
        var client = client(request);
        var grant = request.getAuthorizationGrant();
        if (grant instanceof ResourceOwnerPasswordCredentialsGrant password) {
            return password(request, client, password);
        }
        if (grant instanceof AuthorizationCodeGrant code) {
            return code(client, code);
        }
        if (grant instanceof ClientCredentialsGrant && !client.isPublic()) {
            return Answer.json(200, tokens(mint.access(client), null));
        }
        throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }

    private Answer password(TokenRequest request, Client client, ResourceOwnerPasswordCredentialsGrant grant)
            throws GeneralException {
        var person = accounts.person(grant.getUsername(), grant.getPassword().getValue())
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
        var openid = request.getScope() != null && request.getScope().contains("openid");
        return signedIn(person, client, null, openid);
    }

    private Answer code(Client client, AuthorizationCodeGrant grant) throws GeneralException {
        var agreed = codes.redeem(grant.getAuthorizationCode().getValue())
                .filter(code -> code.clientId().equals(client.id()))
                .filter(code -> code.redirectUri().equals(Objects.toString(grant.getRedirectionURI(), null)))
                .filter(code -> proves(grant.getCodeVerifier(), code.codeChallenge()))
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
        var person = accounts.person(agreed.login()).orElseThrow();
        return signedIn(person, client, agreed.nonce(), true);
    }

    private Answer signedIn(Person person, Client client, String nonce, boolean openid) {
        var identity = openid ? mint.identity(person, client.id(), nonce) : null;
        return Answer.json(200, tokens(mint.access(person, client.id()), identity));
    }

    private static boolean proves(CodeVerifier verifier, String challenge) {
        if (challenge == null) {
            return true;
        }
        return verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(challenge);
    }

    private Client client(TokenRequest request) throws GeneralException {
        var authentication = request.getClientAuthentication();
        if (authentication instanceof PlainClientSecret secret) {
            return accounts.client(
                            secret.getClientID().getValue(),
                            secret.getClientSecret().getValue())
                    .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
        }
        if (authentication != null || request.getClientID() == null) {
            throw new GeneralException(OAuth2Error.INVALID_CLIENT);
        }
        return accounts.client(request.getClientID().getValue())
                .filter(Client::isPublic)
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
    }

    private String tokens(String access, String identity) {
        var tokens = new JSONObject();
        tokens.put("access_token", access);
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", mint.lifetime().toSeconds());
        if (identity != null) {
            tokens.put("id_token", identity);
        }
        return tokens.toJSONString();
    }

    private static Answer refusal(ErrorObject error) {
        return Answer.json(error.getHTTPStatusCode(), error.toJSONObject().toJSONString());
    }
}
