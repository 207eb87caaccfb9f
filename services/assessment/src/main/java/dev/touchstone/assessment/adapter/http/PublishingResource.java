package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Publishing;
import dev.touchstone.assessment.achievement.Publishing.Outcome;
import dev.touchstone.assessment.adapter.contract.DefinitionReader;
import dev.touchstone.assessment.adapter.contract.Malformed;
import dev.touchstone.assessment.adapter.contract.PublishedData;
import dev.touchstone.assessment.adapter.postgres.PublishAchievement;
import dev.touchstone.assessment.adapter.postgres.RecogniseEarlierEvidence;
import dev.touchstone.assessment.adapter.postgres.Refusals;
import dev.touchstone.chassis.json.StrictBodyReader;
import dev.touchstone.chassis.postgres.Answer;
import dev.touchstone.chassis.postgres.Idempotency;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Publishing achievements. */
@Path("/assessment/v1/achievements")
@Produces(MediaType.APPLICATION_JSON)
public class PublishingResource {

    private final StrictBodyReader bodies;
    private final Requests requests;
    private final PublishAchievement publishing;
    private final RecogniseEarlierEvidence recognising;
    private final Caller caller;

    PublishingResource(
            StrictBodyReader bodies,
            Requests requests,
            PublishAchievement publishing,
            RecogniseEarlierEvidence recognising,
            Caller caller) {
        this.bodies = bodies;
        this.requests = requests;
        this.publishing = publishing;
        this.recognising = recognising;
        this.caller = caller;
    }

    /** Publishes the definition as the next version; the same definition again is answered with what there is. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISSUER_ADMIN)
    public Uni<Response> publish(@HeaderParam(Idempotency.HEADER) String key, byte[] body) {
        NewAchievement asked = bodies.read(NewAchievement.class, body);
        String tenant = caller.tenant();
        String login = caller.login();
        Definition draft = definition(tenant, asked);
        return requests.once(
                        caller,
                        key,
                        body,
                        session -> publishing
                                .publish(session, tenant, login, asked.achievementId(), draft)
                                .map(PublishingResource::answer))
                .invoke(recognising::begin);
    }

    private static Definition definition(String tenant, NewAchievement asked) {
        try {
            return new DefinitionReader(tenant, asked.achievementId()).read(asked.definition());
        } catch (Malformed malformed) {
            throw Refusals.invalid("The definition cannot be understood.", malformed.objections());
        }
    }

    private static Answer answer(Outcome outcome) {
        if (outcome instanceof Publishing.Published published) {
            return Requests.answer(
                    201,
                    PublishedData.of(published.achievement()),
                    Map.of(
                            "Location",
                            "/assessment/v1/achievements/"
                                    + published.achievement().id() + "/versions/"
                                    + published.achievement().version()));
        }
        if (outcome instanceof Publishing.Unchanged unchanged) {
            return Requests.answer(200, PublishedData.of(unchanged.achievement()), Map.of());
        }
        if (outcome instanceof Publishing.Refused refused) {
            throw Refusals.invalid("The definition cannot be published as it is.", refused.objections());
        }
        throw ProblemException.conflict("The achievement was retired on " + ((Publishing.Retired) outcome).retiredAt()
                + ", which is for good. Publish under a new id.");
    }
}
