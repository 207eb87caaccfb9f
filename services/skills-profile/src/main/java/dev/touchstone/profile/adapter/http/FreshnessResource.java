package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.security.Roles;
import dev.touchstone.profile.adapter.kafka.ProjectedPositions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How far the projection is behind its topics. */
@Path("/profile/v1/freshness")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class FreshnessResource {

    private final ProjectedPositions positions;

    FreshnessResource(ProjectedPositions positions) {
        this.positions = positions;
    }

    record TopicView(String topic, long projected, long end, long behind) {

        static TopicView of(ProjectedPositions.Position position) {
            return new TopicView(position.topic(), position.projected(), position.end(), position.behind());
        }
    }

    record PositionsView(List<TopicView> topics) {}

    @GET
    public Uni<PositionsView> freshness() {
        return positions
                .read()
                .map(all -> new PositionsView(all.stream().map(TopicView::of).toList()));
    }
}
