package dev.touchstone.embedded.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and checks tokens. */
final class TokenMint {
    static final String AUDIENCE = "touchstone";

    private final String issuer;
    private final ECKey key;
    private final Duration lifetime;

    TokenMint(String issuer, ECKey key, Duration lifetime) {
        this.issuer = issuer;
        this.key = key;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    String access(Person person, String clientId) {
        return sign(claims(person).audience(AUDIENCE).claim("azp", clientId).build());
    }

    String access(Client client) {
        return sign(standard(client.id())
                .audience(AUDIENCE)
                .claim("azp", client.id())
                .claim("tenant", client.tenant())
                .claim("groups", List.copyOf(client.groups()))
                .build());
    }

    String identity(Person person, String clientId, String nonce) {
        return sign(claims(person).audience(clientId).claim("nonce", nonce).build());
    }

    /** The subject of a token that this provider made and that has not expired. */
    Optional<String> subject(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var valid = jwt.verify(new ECDSAVerifier(key.toECPublicKey()))
                    && claims.getExpirationTime().toInstant().isAfter(Instant.now());
            return valid ? Optional.of(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private JWTClaimsSet.Builder claims(Person person) {
        return standard(person.login())
                .claim("preferred_username", person.login())
                .claim("name", person.name())
                .claim("email", person.email())
                .claim("tenant", person.tenant())
                .claim("groups", List.copyOf(person.groups()));
    }

    private JWTClaimsSet.Builder standard(String subject) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
    }

    private String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(SigningKey.ALGORITHM)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("token cannot be signed", e);
        }
        return jwt.serialize();
    }
}
