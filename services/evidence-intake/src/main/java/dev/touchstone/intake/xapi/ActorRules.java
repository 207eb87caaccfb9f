package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.InvalidIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agents and groups: an agent has exactly one inverse functional identifier, a group one or members. */
final class ActorRules {

    static final String AGENT = "Agent";
    static final String GROUP = "Group";
    static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final int MOST_MEMBERS = 1000;
    private static final Set<String> AGENT_FIELDS =
            Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> GROUP_FIELDS =
            Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member");

    private ActorRules() {}

    /** Who an actor is; empty for a group, and if there was a mistake. */
    static Optional<Identity> actor(Document actor) {
        if (type(actor).filter(GROUP::equals).isPresent()) {
            group(actor);
            return Optional.empty();
        }
        return agent(actor);
    }

    static Optional<Identity> agent(Document agent) {
        agent.allowOnly(AGENT_FIELDS);
        Values.holds(
                !agent.has("objectType") || type(agent).filter(AGENT::equals).isPresent(),
                agent,
                "objectType",
                "must be Agent");
        Values.string(agent, "name");
        boolean one = identifiers(agent) == 1;
        Values.holds(one, agent, "", "must have exactly one of " + IDENTIFIERS);
        return one ? identity(agent) : Optional.empty();
    }

    static void group(Document group) {
        group.allowOnly(GROUP_FIELDS);
        Values.holds(type(group).filter(GROUP::equals).isPresent(), group, "objectType", "must be Group");
        Values.string(group, "name");
        long identifiers = identifiers(group);
        List<Document> members = group.objects("member", MOST_MEMBERS);
        members.forEach(ActorRules::agent);
        Values.holds(
                identifiers == 1 || identifiers == 0 && !members.isEmpty(),
                group,
                "",
                "must have one of " + IDENTIFIERS + ", or members");
        if (identifiers == 1) {
            identity(group);
        }
    }

    /** An agent; or the two of an OAuth exchange, application and user. */
    static void authority(Document authority) {
        actor(authority);
        if (type(authority).filter(GROUP::equals).isPresent()) {
            boolean pair = identifiers(authority) == 0
                    && authority.value("member").filter(List.class::isInstance).map(List.class::cast).stream()
                            .anyMatch(members -> members.size() == 2);
            Values.holds(pair, authority, "", "must be an agent, or a group without identifier of two agents");
        }
    }

    private static Optional<String> type(Document actor) {
        return Values.string(actor, "objectType");
    }

    private static long identifiers(Document actor) {
        return IDENTIFIERS.stream().filter(actor::has).count();
    }

    private static Optional<Identity> identity(Document actor) {
        for (String name : List.of("mbox", "mbox_sha1sum", "openid")) {
            if (actor.has(name)) {
                return actor.requiredText(name, Values.LONGEST_IRI).flatMap(text -> identity(actor, name, text));
            }
        }
        return actor.requiredObject("account").flatMap(account -> {
            account.allowOnly(Set.of("homePage", "name"));
            Optional<String> homePage = Values.requiredIri(account, "homePage");
            Optional<String> name = account.requiredText("name", 255);
            return homePage.flatMap(page -> name.flatMap(user -> account(account, page, user)));
        });
    }

    private static Optional<Identity> identity(Document actor, String name, String text) {
        try {
            return Optional.of(
                    switch (name) {
                        case "mbox" -> mbox(text);
                        case "mbox_sha1sum" -> Identity.mboxSha1(text);
                        default -> openid(text);
                    });
        } catch (InvalidIdentity e) {
            actor.violation(name, e.getMessage());
            return Optional.empty();
        }
    }

    /** The scheme is written in lower case here, however an address book may spell it. */
    private static Identity mbox(String text) {
        if (!text.startsWith("mailto:")) {
            throw new InvalidIdentity("must be a mailto IRI");
        }
        return Identity.mbox(text);
    }

    private static Identity openid(String text) {
        if (!Values.isIri(text)) {
            throw new InvalidIdentity("must be an absolute URI");
        }
        return Identity.openid(text);
    }

    private static Optional<Identity> account(Document account, String homePage, String name) {
        try {
            return Optional.of(Identity.account(homePage, name));
        } catch (InvalidIdentity e) {
            account.violation("homePage", e.getMessage());
            return Optional.empty();
        }
    }
}
