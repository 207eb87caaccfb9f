package dev.touchstone.intake.connection;

import dev.touchstone.intake.payload.FormFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * User and password in two fields of the form that is sent, as SCORM Cloud does; the secret is the password. The two
 * fields are taken out of what is kept.
 */
public record FormCredentialsProfile(String userField, String passwordField, String username) implements LocalProfile {

    @Override
    public VerifierKind kind() {
        return VerifierKind.FORM_CREDENTIALS;
    }

    @Override
    public boolean vouchesFor(String header) {
        return true;
    }

    @Override
    public boolean readsDecodedBody() {
        return true;
    }

    /** Names of the fields that are no part of the message. */
    public Set<String> secretFields() {
        return Set.of(userField, passwordField);
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        Optional<FormFields> form = FormFields.parse(arrival.body());
        if (form.isEmpty()) {
            return Optional.of(Rejection.CREDENTIALS_UNREADABLE);
        }
        Optional<String> user = form.get().single(userField);
        Optional<String> password = form.get().single(passwordField);
        if (user.isEmpty() || password.isEmpty()) {
            return Optional.of(Rejection.CREDENTIALS_MISSING);
        }
        Optional<Rejection> wrongPassword = LiveSecrets.compare(secrets, password.get());
        return BasicProfile.isUser(username, user.get()) ? wrongPassword : Optional.of(Rejection.MISMATCH);
    }
}
