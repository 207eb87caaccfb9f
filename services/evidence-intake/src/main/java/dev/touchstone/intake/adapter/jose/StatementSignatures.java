package dev.touchstone.intake.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.xapi.Attachment;
import dev.touchstone.intake.xapi.SignedPayload;
import dev.touchstone.intake.xapi.Statement;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the signatures of statements (1.0.3 part two, section 2.6): a JWS over the statement, with the certificate
 * beside it if there is one. Who the certificate belongs to is not asked: the connection is what vouches for a statement.
 */
public final class StatementSignatures {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private StatementSignatures() {}

    /**
     * @param contents of attachments, by their digests
     * @throws InvalidDocument if a statement has a signature that is not one of it
     */
    public static void check(Statement statement, Map<String, byte[]> contents, String pointer) {
        for (Attachment attachment : statement.attachments()) {
            if (attachment.isSignature()) {
                String mistake = mistake(statement, attachment, contents.get(attachment.digest()));
                if (mistake != null) {
                    throw new InvalidDocument(pointer + "/attachments", "the signature " + mistake);
                }
            }
        }
    }

    private static String mistake(Statement statement, Attachment attachment, byte[] content) {
        if (!attachment.contentType().equals("application/octet-stream")) {
            return "must have the contentType application/octet-stream";
        }
        if (content == null) {
            return "must come with the statement";
        }
        try {
            JWSObject signature = JWSObject.parse(new String(content, StandardCharsets.US_ASCII));
            if (!ALGORITHMS.contains(signature.getHeader().getAlgorithm())) {
                return "must use RS256, RS384 or RS512";
            }
            if (!verified(signature)) {
                return "does not verify by the certificate beside it";
            }
            return SignedPayload.matches(
                            statement, JsonValues.exact(signature.getPayload().toBytes()))
                    ? null
                    : "is of another statement";
        } catch (ParseException e) {
            return "must be a JWS in its compact form";
        } catch (JOSEException e) {
            return "has a certificate that cannot be used";
        } catch (NotJson e) {
            return "has a payload that is not JSON";
        }
    }

    private static boolean verified(JWSObject signature) throws JOSEException {
        List<Base64> chain = signature.getHeader().getX509CertChain();
        if (chain == null || chain.isEmpty()) {
            return true;
        }
        X509Certificate certificate = X509CertUtils.parse(chain.get(0).decode());
        return certificate != null
                && certificate.getPublicKey() instanceof RSAPublicKey key
                && signature.verify(new RSASSAVerifier(key));
    }
}
