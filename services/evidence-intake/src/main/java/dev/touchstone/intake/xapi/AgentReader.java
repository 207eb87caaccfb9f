package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.Map;

/** Reads agents that stand alone, as parameters of requests. */
public final class AgentReader {

    private AgentReader() {}

    /** @throws dev.touchstone.intake.document.InvalidDocument if it is no agent */
    public static Map<String, Object> agent(Object value) {
        Document agent = Document.of(value);
        ActorRules.agent(agent);
        return checked(agent);
    }

    /** @throws dev.touchstone.intake.document.InvalidDocument if it is neither an agent nor a group with an identifier */
    public static Map<String, Object> agentOrGroup(Object value) {
        Document actor = Document.of(value);
        ActorRules.actor(actor);
        boolean identified = ActorRules.IDENTIFIERS.stream().anyMatch(actor::has);
        Values.holds(identified, actor, "", "must have one of " + ActorRules.IDENTIFIERS);
        return checked(actor);
    }

    private static Map<String, Object> checked(Document actor) {
        Values.refuseNulls(actor);
        actor.check();
        return actor.fields();
    }
}
