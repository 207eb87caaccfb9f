package dev.touchstone.chassis.security;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.tenant.Tenant;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind a request, as their OpenID provider vouches for them. The organisation comes from here only. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final String loginClaim;

    Caller(
            SecurityIdentity identity,
            @ConfigProperty(name = "touchstone.security.login-claim", defaultValue = "sub") String loginClaim) {
        this.identity = identity;
        this.loginClaim = loginClaim;
    }

    /**
     * The caller's organisation.
     *
     * @throws ProblemException forbidden, when the token names none
     */
    public String tenant() {
        Object claim = token().getClaim("tenant");
        if (claim == null || !Tenant.isName(claim.toString())) {
            throw ProblemException.forbidden(
                    "The token names no organisation. Ask your administrator to map the claim `tenant`.");
        }
        return claim.toString();
    }

    /**
     * How the organisation's OpenID provider knows the person: the subject of the token, unless
     * {@code touchstone.security.login-claim} names another claim.
     *
     * @throws ProblemException forbidden, when the token lacks it
     */
    public String login() {
        Object login = token().getClaim(loginClaim);
        if (login == null || login.toString().isBlank()) {
            throw ProblemException.forbidden(
                    "The token does not say who you are. Ask your administrator to map the claim `" + loginClaim
                            + "`.");
        }
        return login.toString();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw ProblemException.unauthenticated();
    }
}
