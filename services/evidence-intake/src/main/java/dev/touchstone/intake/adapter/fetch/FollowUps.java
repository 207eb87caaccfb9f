package dev.touchstone.intake.adapter.fetch;

import dev.touchstone.intake.adapter.egress.Egress;
import dev.touchstone.intake.adapter.egress.EgressRequest;
import dev.touchstone.intake.adapter.egress.EgressResponse;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.Connections.Fetching;
import dev.touchstone.intake.adapter.postgres.SettleFetch.Fetched;
import dev.touchstone.intake.delivery.FetchPlan;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.fetch.FetchCredentials;
import dev.touchstone.intake.fetch.FetchFailed;
import dev.touchstone.intake.fetch.FetchReason;
import dev.touchstone.intake.fetch.FetchRequest;
import dev.touchstone.intake.fetch.FetchSettings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the requests that a notification leads to, one after the other. */
@ApplicationScoped
class FollowUps {

    /** Bytes of one answer. */
    static final int LARGEST = 524_288;

    private final Egress egress;
    private final AccessTokens tokens;
    private final FetchPlan plan;

    FollowUps(Egress egress, AccessTokens tokens, PayloadTemplates templates) {
        this.egress = egress;
        this.tokens = tokens;
        this.plan = new FetchPlan(templates);
    }

    /**
     * The answers. Fails with {@link FetchFailed}, and with
     * {@link dev.touchstone.intake.delivery.Extractor.Unreadable} where the notification does not say what to ask for.
     */
    Uni<Fetched> of(Fetching by, Object notification, Map<String, String> headers, Instant now) {
        FetchSettings settings = by.connection().settings().fetch();
        if (settings == null) {
            return Uni.createFrom().item(new Fetched(CanonicalForm.label(new byte[0]), Map.of()));
        }
        if (settings.credentials().needsSecret() && by.secret() == null) {
            return Uni.createFrom()
                    .failure(new FetchFailed(
                            FetchReason.FETCH_SECRET_MISSING,
                            "the connection has no secret for these addresses; give it a fetchSecret and replay"));
        }
        return Uni.createFrom()
                .item(() -> plan.address(settings, settings.requests().get(0), notification, Map.of(), headers))
                // The template takes its time, and what called this may be an event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(FollowUps::subject)
                .chain(subject -> from(0, by, new Asked(notification, headers, now), Map.of())
                        .map(answers -> new Fetched(subject, answers)));
    }

    private static String subject(Optional<URI> first) {
        return CanonicalForm.label(first.map(URI::toString).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /** What the requests of a delivery have in common. */
    private record Asked(Object notification, Map<String, String> headers, Instant now) {}

    private Uni<Map<String, Object>> from(int index, Fetching by, Asked asked, Map<String, Object> fetched) {
        FetchSettings settings = by.connection().settings().fetch();
        if (index == settings.requests().size()) {
            return Uni.createFrom().item(fetched);
        }
        FetchRequest request = settings.requests().get(index);
        return Uni.createFrom()
                .item(() -> plan.address(settings, request, asked.notification(), fetched, asked.headers()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(address -> answer(by, request, address, asked.now()))
                .chain(answer -> from(index + 1, by, asked, with(fetched, request, answer)));
    }

    private static Map<String, Object> with(
            Map<String, Object> fetched, FetchRequest request, Optional<Object> answer) {
        if (answer.isEmpty()) {
            return fetched;
        }
        Map<String, Object> more = new LinkedHashMap<>(fetched);
        more.put(request.name(), answer.get());
        return more;
    }

    private Uni<Optional<Object>> answer(Fetching by, FetchRequest request, Optional<URI> address, Instant now) {
        return address.map(to -> answered(by, request, to, now).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** A token that was kept may have been taken back: a new one is tried once. */
    private Uni<Object> answered(Fetching by, FetchRequest request, URI address, Instant now) {
        boolean byToken =
                by.connection().settings().fetch().credentials() instanceof FetchCredentials.ClientCredentials;
        return headers(by, request, now)
                .chain(headers -> ask(request, address, headers, now)
                        .onFailure(failure -> byToken && isUnauthorised(failure))
                        .recoverWithUni(() -> {
                            tokens.forget(by.connection().id());
                            return headers(by, request, now).chain(renewed -> ask(request, address, renewed, now));
                        }));
    }

    private static boolean isUnauthorised(Throwable failure) {
        return failure instanceof FetchFailed failed && failed.reason() == FetchReason.FETCH_UNAUTHORISED;
    }

    private Uni<Object> ask(FetchRequest request, URI address, Map<String, String> headers, Instant now) {
        return egress.send(new EgressRequest(request.method(), address, headers, body(request), LARGEST))
                .onFailure()
                .transform(failure -> Failures.of(address, failure))
                .map(response -> read(address, response, now));
    }

    private Uni<Map<String, String>> headers(Fetching by, FetchRequest request, Instant now) {
        FetchSettings settings = by.connection().settings().fetch();
        Map<String, String> headers = new LinkedHashMap<>(settings.headers());
        headers.putIfAbsent("Accept", "application/json");
        if (request.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        if (settings.credentials() instanceof FetchCredentials.Fixed fixed) {
            headers.put(fixed.header(), fixed.value(by.secret()));
        }
        if (!(settings.credentials() instanceof FetchCredentials.ClientCredentials client)) {
            return Uni.createFrom().item(headers);
        }
        return tokens.token(by.connection().id(), client, by.secret(), now).map(token -> {
            headers.put("Authorization", "Bearer " + token);
            return headers;
        });
    }

    private static byte[] body(FetchRequest request) {
        return request.body() == null ? null : JsonValues.write(request.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static Object read(URI address, EgressResponse response, Instant now) {
        if (response.status() != EgressResponse.OK) {
            throw Failures.answered(address, response, now);
        }
        try {
            Object answer = JsonValues.parse(response.body());
            if (answer != null) {
                return answer;
            }
        } catch (JsonValues.NotJson e) {
            // an answer of null is none either
        }
        throw new FetchFailed(FetchReason.FETCH_NOT_JSON, address.getHost() + " answered something that is not JSON");
    }
}
