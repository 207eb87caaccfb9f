package dev.touchstone.chassis.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header-06): the key, the state and the answer are one
 * transaction. A second request with the same key waits for the first to end and gets its answer; a refused first
 * request leaves no trace, so it may be mended and sent again under the same key. Keys are kept for at least 7 days.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final UnitOfWork unitOfWork;

    Idempotency(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** @throws ProblemException invalid, when the header is missing or not 1 to 255 visible ASCII characters */
    public static String requireKey(String header) {
        if (header == null || !KEY.matcher(header).matches()) {
            throw ProblemException.invalid(
                    "The request needs an Idempotency-Key.",
                    List.of(new FieldError(
                            HEADER,
                            "Send 1 to 255 visible ASCII characters, the same when you send the request again.")));
        }
        return header;
    }

    /**
     * Does the work once per key.
     *
     * @param caller whose key it is; keys of different callers never meet
     * @throws ProblemException key reused, when the key came with another body before
     */
    public Uni<Answer> run(
            String tenant, String caller, String key, byte[] body, Function<Mutiny.Session, Uni<Answer>> work) {
        String hash = sha256(body);
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        insert into idempotency_key (tenant_id, caller, request_key, body_hash)
                        values (?1, ?2, ?3, ?4) on conflict do nothing""")
                        .setParameter(1, tenant)
                        .setParameter(2, caller)
                        .setParameter(3, key)
                        .setParameter(4, hash)
                        .executeUpdate()
                        .chain(rows -> rows == 1
                                ? work.apply(session).call(answer -> remember(session, tenant, caller, key, answer))
                                : recall(session, tenant, caller, key, hash)));
    }

    private static Uni<Integer> remember(
            Mutiny.Session session, String tenant, String caller, String key, Answer answer) {
        return session.createNativeQuery("""
                        update idempotency_key set status = ?4, answer = cast(?5 as text), headers = ?6
                        where tenant_id = ?1 and caller = ?2 and request_key = ?3""")
                .setParameter(1, tenant)
                .setParameter(2, caller)
                .setParameter(3, key)
                .setParameter(4, answer.status())
                .setParameter(5, answer.body())
                .setParameter(6, write(answer.headers()))
                .executeUpdate();
    }

    private static Uni<Answer> recall(Mutiny.Session session, String tenant, String caller, String key, String hash) {
        return session.createNativeQuery("""
                        select body_hash, status, answer, headers from idempotency_key
                        where tenant_id = ?1 and caller = ?2 and request_key = ?3""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, caller)
                .setParameter(3, key)
                .getSingleResult()
                .map(row -> {
                    if (!hash.equals(row[0])) {
                        throw ProblemException.keyReused();
                    }
                    Map<String, String> headers = new HashMap<>(read((String) row[3]));
                    headers.put(REPLAYED, "true");
                    return new Answer((Integer) row[1], (String) row[2], headers);
                });
    }

    private static String write(Map<String, String> headers) {
        try {
            return Json.TOLERANT.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> read(String headers) {
        try {
            return Json.TOLERANT.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
