package dev.touchstone.chassis.security;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.tenant.Tenant;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind a request, as their OpenID provider vouches for them. The organisation comes from here only. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
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

    /** Subject of the token: how the organisation's OpenID provider knows the person. */
    public String login() {
        return token().getSubject();
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
