package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.egress.Egress;
import dev.touchstone.intake.adapter.jose.KeySets;
import dev.touchstone.intake.adapter.postgres.Connections.Stored;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionReader;
import dev.touchstone.intake.connection.InvalidProfile;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.SharedSecret;
import dev.touchstone.intake.connection.VerifierProfile;
import dev.touchstone.intake.connection.VerifierProfile.SecretUse;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.fetch.FetchCredentials;
import dev.touchstone.intake.fetch.FetchSettings;
import dev.touchstone.intake.preset.Presets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what administrators configure before any of it is stored. */
@ApplicationScoped
class ConnectionRequests {

    private static final String NOT_ALLOWED = "must be an https address on a host that this deployment may ask";

    private final PayloadTemplates templates;
    private final KeySets keySets;
    private final Egress egress;
    private final Presets presets;

    ConnectionRequests(PayloadTemplates templates, KeySets keySets, Egress egress, Presets presets) {
        this.templates = templates;
        this.keySets = keySets;
        this.egress = egress;
        this.presets = presets;
    }

    /** The settings to be stored: a preset's and what is asked for in place of them, or what is asked for. */
    Map<String, Object> chosen(Map<String, Object> asked) {
        try {
            return presets.chosen(asked);
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        }
    }

    /** The same for a connection that there is: it stays with its preset, and its placeholders unless others are given. */
    Map<String, Object> chosenAgain(Map<String, Object> before, Map<String, Object> asked) {
        for (String kept : List.of(Presets.PRESET, Presets.PLACEHOLDERS)) {
            if (before.get(kept) != null) {
                asked.putIfAbsent(kept, before.get(kept));
            }
        }
        return chosen(asked);
    }

    ConnectionReader.Request read(Map<String, Object> fields) {
        try {
            ConnectionReader.Request request = ConnectionReader.read(presets.effective(fields));
            checkKeys(request.settings().verifier());
            checkFetch(request.settings().fetch());
            if (request.settings().template() != null) {
                templates.compile(request.settings().template());
            }
            return request;
        } catch (InvalidDocument e) {
            throw Problems.of(e);
        } catch (PayloadTemplates.InvalidTemplate e) {
            throw Problems.of(new InvalidDocument("/template", e.getMessage()));
        }
    }

    /**
     * The connection as it would be with another template.
     *
     * @throws dev.touchstone.chassis.problem.ProblemException invalid, if the template cannot be understood
     */
    Connection withTemplate(Stored stored, String template) {
        Map<String, Object> settings = new LinkedHashMap<>(stored.settings());
        settings.put("template", template);
        return configured(stored.connection(), read(settings));
    }

    /** The connection as it would be with what is asked for. */
    Connection configured(Connection connection, ConnectionReader.Request request) {
        return new Connection(
                connection.id(),
                connection.tenant(),
                request.name(),
                connection.source(),
                connection.channel(),
                request.settings(),
                connection.createdAt(),
                connection.disabledAt());
    }

    /**
     * Whether the secret that a connection fetches with stays: it does while those whom it is told are the same.
     *
     * @throws ProblemException invalid, if there would be none
     */
    boolean keepsFetchSecret(Stored before, ConnectionReader.Request request) {
        FetchSettings fetch = request.settings().fetch();
        FetchSettings old =
                before == null ? null : before.connection().settings().fetch();
        boolean same = fetch != null && old != null && fetch.audience().equals(old.audience());
        boolean keeps = request.fetchSecret() == null && same && before.fetchSecret();
        if (fetch != null && fetch.credentials().needsSecret() && request.fetchSecret() == null && !keeps) {
            throw Problems.of(new InvalidDocument(
                    "/fetchSecret", "is required: a secret is good for the addresses it was given for, and no others"));
        }
        return keeps;
    }

    /** The secret that was given, or a new one. */
    SharedSecret secret(VerifierProfile profile, String given) {
        SecretUse use = profile == null ? SecretUse.SHARED : profile.secretUse();
        if (given == null && use == SecretUse.PUBLIC_KEY) {
            throw Problems.of(new InvalidDocument("/secret", "is required: the public key of the sender"));
        }
        if (given != null && use == SecretUse.NONE) {
            throw Problems.of(new InvalidDocument("/secret", "is not used by this kind of verifier"));
        }
        return given == null ? SharedSecret.mint(profile) : SharedSecret.given(given);
    }

    /** A new one, for a sender that has one already. */
    SharedSecret rotated(VerifierProfile profile, String given) {
        if (profile != null && profile.secretUse() == SecretUse.NONE) {
            throw ProblemException.conflict("Senders of this kind have no secret here that could be changed.");
        }
        return secret(profile, given);
    }

    byte[] material(VerifierProfile profile, SharedSecret secret) {
        try {
            return SharedSecret.material(profile, secret.text());
        } catch (InvalidProfile e) {
            throw Problems.of(new InvalidDocument("/" + e.field(), e.getMessage()));
        }
    }

    private void checkFetch(FetchSettings fetch) {
        if (fetch == null) {
            return;
        }
        if (!egress.allows(fetch.origin())) {
            throw new InvalidDocument("/fetch/origin", NOT_ALLOWED);
        }
        if (fetch.credentials() instanceof FetchCredentials.ClientCredentials client
                && !egress.allows(client.tokenUrl())) {
            throw new InvalidDocument("/fetch/credentials/tokenUrl", NOT_ALLOWED);
        }
        for (int index = 0; index < fetch.requests().size(); index++) {
            try {
                templates.compile(fetch.requests().get(index).values());
            } catch (PayloadTemplates.InvalidTemplate e) {
                throw new InvalidDocument("/fetch/requests/" + index + "/values", e.getMessage());
            }
        }
    }

    private void checkKeys(VerifierProfile verifier) {
        if (verifier instanceof JwtBodyProfile jwt) {
            String mistake = keySets.mistake(jwt);
            if (mistake != null) {
                String field = jwt.jwks() == null ? "jwksUri" : "jwks";
                throw new InvalidDocument("/verifier/" + field, mistake);
            }
        }
    }
}
