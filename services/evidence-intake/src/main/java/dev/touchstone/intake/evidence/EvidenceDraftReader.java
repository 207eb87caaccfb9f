package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.InvalidIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads the {@code evidence} that a connection's template produces. Strict, so that a misspelt field is found on the
 * first delivery and not in a year.
 */
public final class EvidenceDraftReader {

    private static final Set<String> FIELDS =
            Set.of("person", "kind", "activity", "action", "result", "occurredAt", "tags", "basis");
    private static final Set<String> PERSON_FIELDS =
            Set.of("email", "mboxSha1", "employeeNumber", "login", "openid", "account", "platformUserId");
    private static final Set<String> RESULT_FIELDS =
            Set.of("scaled", "raw", "min", "max", "success", "completion", "durationSeconds");
    private static final Map<String, EvidenceKind> KINDS =
            without(EvidenceKind.WORDS, EvidenceKind.ARTEFACT, EvidenceKind.REFLECTION, EvidenceKind.TESTIMONY);
    private static final Map<String, Action> ACTIONS = without(Action.WORDS, Action.CLAIMED);

    private final UUID connectionId;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of times that state none */
    public EvidenceDraftReader(UUID connectionId, ZoneId zone, Instant now) {
        this.connectionId = connectionId;
        this.zone = zone;
        this.now = now;
    }

    /** Adds every mistake to the document; empty if there was one. */
    public Optional<EvidenceDraft> read(Document evidence) {
        evidence.allowOnly(FIELDS);
        Set<Identity> subject =
                evidence.requiredObject("person").map(this::subject).orElse(Set.of());
        evidence.requiredText("kind", 100);
        evidence.requiredText("action", 100);
        Optional<EvidenceKind> kind = evidence.word("kind", KINDS);
        Optional<Action> action = evidence.word("action", ACTIONS);
        Optional<Activity> activity = evidence.requiredObject("activity").flatMap(this::activity);
        Result result = evidence.object("result").map(this::result).orElse(Result.NONE);
        Optional<Instant> occurredAt = occurredAt(evidence);
        Optional<Basis> basis = evidence.word("basis", Basis.WORDS);
        var tags = evidence.texts("tags", EvidenceFacts.MOST_TAGS, EvidenceFacts.LONGEST_TAG);
        if (subject.isEmpty() || kind.isEmpty() || action.isEmpty() || activity.isEmpty() || occurredAt.isEmpty()) {
            return Optional.empty();
        }
        EvidenceFacts facts = new EvidenceFacts(
                kind.get(), activity.get(), action.get(), result, occurredAt.get(), tags, basis.orElse(null), null);
        return Optional.of(new EvidenceDraft(subject, facts));
    }

    private Optional<Instant> occurredAt(Document evidence) {
        Optional<Object> value = evidence.value("occurredAt");
        if (value.isEmpty()) {
            evidence.violation("occurredAt", "is required");
            return Optional.empty();
        }
        Optional<Instant> stated = Timestamps.parse(value.get(), zone);
        Optional<Instant> plausible = stated.flatMap(time -> Timestamps.plausible(time, now));
        if (plausible.isEmpty()) {
            evidence.violation("occurredAt", stated.isEmpty() ? "is not a time" : "must be after 1900 and not ahead");
        }
        return plausible;
    }

    private Optional<Activity> activity(Document activity) {
        activity.allowOnly(Set.of("id", "alternateIds", "type", "name"));
        Optional<String> id = activity.requiredText("id", Activity.LONGEST_ID);
        var alternates = activity.texts("alternateIds", Activity.MOST_ALTERNATE_IDS, Activity.LONGEST_ID);
        Optional<String> type = activity.text("type", Activity.LONGEST_TYPE);
        Optional<String> name = activity.text("name", Activity.LONGEST_NAME);
        return id.map(text -> new Activity(text, alternates, type.orElse(null), name.orElse(null)));
    }

    private Result result(Document result) {
        result.allowOnly(RESULT_FIELDS);
        Optional<Double> duration = result.number("durationSeconds");
        duration.filter(seconds -> seconds < 0)
                .ifPresent(seconds -> result.violation("durationSeconds", "must not be negative"));
        return new Result(
                        result.number("scaled").orElse(null),
                        result.number("raw").orElse(null),
                        result.number("min").orElse(null),
                        result.number("max").orElse(null),
                        result.flag("success").orElse(null),
                        result.flag("completion").orElse(null),
                        duration.orElse(null))
                .scaledByRange();
    }

    private Set<Identity> subject(Document person) {
        person.allowOnly(PERSON_FIELDS);
        Set<Identity> subject = new LinkedHashSet<>();
        person.text("employeeNumber", 255)
                .ifPresent(number -> add(subject, person, "employeeNumber", () -> Identity.employeeNumber(number)));
        person.text("login", 255).ifPresent(login -> add(subject, person, "login", () -> Identity.login(login)));
        person.text("email", 320).ifPresent(email -> add(subject, person, "email", () -> Identity.email(email)));
        person.text("mboxSha1", 40)
                .ifPresent(digest -> add(subject, person, "mboxSha1", () -> Identity.mboxSha1(digest)));
        person.text("openid", 2000).ifPresent(openid -> add(subject, person, "openid", () -> Identity.openid(openid)));
        person.text("platformUserId", 255)
                .ifPresent(user ->
                        add(subject, person, "platformUserId", () -> Identity.platformUser(connectionId, user)));
        person.object("account").ifPresent(account -> {
            Optional<String> homePage = account.requiredText("homePage", 2000);
            Optional<String> name = account.requiredText("name", 255);
            if (homePage.isPresent() && name.isPresent()) {
                add(subject, account, "homePage", () -> Identity.account(homePage.get(), name.get()));
            }
        });
        if (subject.isEmpty()) {
            person.violation("", "must hold something that tells the person");
        }
        return subject;
    }

    private static void add(Set<Identity> subject, Document person, String name, Supplier<Identity> identity) {
        try {
            subject.add(identity.get());
        } catch (InvalidIdentity e) {
            person.violation(name, e.getMessage());
        }
    }

    @SafeVarargs
    private static <E> Map<String, E> without(Map<String, E> words, E... excluded) {
        Map<String, E> rest = new LinkedHashMap<>(words);
        rest.values().removeAll(Set.of(excluded));
        return rest;
    }
}
