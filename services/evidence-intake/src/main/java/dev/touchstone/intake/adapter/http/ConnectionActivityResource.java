package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.Activities;
import dev.touchstone.intake.adapter.postgres.Connections;
import dev.touchstone.intake.adapter.postgres.RefusedSenders;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.ConnectionActivity;
import dev.touchstone.intake.delivery.ConnectionActivity.Hour;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.Refusals;
import dev.touchstone.intake.delivery.Silence;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Shows how a connection does: what it brought, when something last came of it, and whether it has gone silent. */
@Path("/intake/v1/connections/{id}/activity")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class ConnectionActivityResource {

    private static final Duration HOURS = Duration.ofHours(24);
    private static final Duration DAYS = Duration.ofDays(14);

    private final Caller caller;
    private final Connections connections;
    private final Activities activities;
    private final RefusedSenders refusedSenders;

    ConnectionActivityResource(
            Caller caller, Connections connections, Activities activities, RefusedSenders refusedSenders) {
        this.caller = caller;
        this.connections = connections;
        this.activities = activities;
        this.refusedSenders = refusedSenders;
    }

    /** What a time brought. */
    public record Count(Instant from, long accepted, long ignored, long parked, long fetching) {

        static Count of(Map.Entry<Instant, long[]> entry) {
            long[] counts = entry.getValue();
            return new Count(
                    entry.getKey(),
                    counts[DeliveryState.ACCEPTED.ordinal()],
                    counts[DeliveryState.IGNORED.ordinal()],
                    counts[DeliveryState.PARKED.ordinal()],
                    counts[DeliveryState.FETCHING.ordinal()]);
        }
    }

    /**
     * How it does.
     *
     * @param lastSuccessAt when evidence or a change of people last came of a delivery
     * @param lastFailureAt when one was last parked, and still is
     * @param hours of the last 24 hours, in UTC, those with deliveries
     * @param days of the last 14 days, in UTC, those with deliveries
     * @param refused of the last 14 days, the newest first: requests that did not prove who sends them; counted every
     *     few seconds
     * @param silentBecause the sentence that says why; absent unless silent
     */
    public record View(
            UUID connectionId,
            Instant lastDeliveryAt,
            Instant lastSuccessAt,
            Instant lastFailureAt,
            List<Count> hours,
            List<Count> days,
            List<Refusals> refused,
            boolean silent,
            String silentBecause) {}

    @GET
    public Uni<View> activity(@PathParam("id") String id) {
        Instant now = Instant.now();
        return connections
                .one(caller.tenant(), Problems.id(id, "connection"))
                .chain(stored -> activities
                        .of(
                                stored.connection().tenant(),
                                stored.connection().id(),
                                now.minus(DAYS).truncatedTo(ChronoUnit.DAYS))
                        .chain(activity -> refusedSenders
                                .of(
                                        stored.connection().tenant(),
                                        stored.connection().id(),
                                        now.minus(DAYS))
                                .map(refused -> view(stored.connection(), activity, refused, now))));
    }

    /** Who has been disabled is silent because it was asked for. */
    private static View view(Connection connection, ConnectionActivity activity, List<Refusals> refused, Instant now) {
        Optional<String> silence = connection.disabled()
                ? Optional.empty()
                : Silence.of(activity.newestFirst(), connection.settings().zone(), now);
        Instant dayAgo = now.minus(HOURS).truncatedTo(ChronoUnit.HOURS);
        return new View(
                connection.id(),
                activity.newestFirst().stream().findFirst().orElse(null),
                activity.last().get(DeliveryState.ACCEPTED),
                activity.last().get(DeliveryState.PARKED),
                counts(
                        activity.hours().stream()
                                .filter(hour -> !hour.from().isBefore(dayAgo))
                                .toList(),
                        from -> from),
                counts(activity.hours(), from -> from.truncatedTo(ChronoUnit.DAYS)),
                refused,
                silence.isPresent(),
                silence.orElse(null));
    }

    private static List<Count> counts(List<Hour> hours, UnaryOperator<Instant> period) {
        Map<Instant, long[]> counts = new TreeMap<>();
        hours.forEach(hour ->
                counts.computeIfAbsent(period.apply(hour.from()), from -> new long[DeliveryState.values().length])[
                                hour.state().ordinal()] +=
                        hour.count());
        return counts.entrySet().stream().map(Count::of).toList();
    }
}
