package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Document;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields that mean the same wherever people's own evidence comes from: a form, or a file of many rows. */
public final class SubmissionFields {

    private static final Pattern ACHIEVEMENT = Pattern.compile("[a-z0-9][a-z0-9-]{1,78}[a-z0-9]");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private SubmissionFields() {}

    /** When it happened: any time since 1900. A day is not ahead where it has begun somewhere on earth. */
    public static Optional<Instant> occurredAt(Document fields, Instant now) {
        Optional<String> text = fields.requiredText("occurredAt", 64);
        Optional<Instant> stated = text.flatMap(value -> Timestamps.parse(value, ZoneOffset.UTC));
        boolean today = text.filter(value -> DAY.matcher(value.strip()).matches())
                .flatMap(value -> Timestamps.parse(value, EASTERNMOST))
                .filter(begins -> !begins.isAfter(now))
                .isPresent();
        Optional<Instant> plausible = stated.map(time -> today && time.isAfter(now) ? now : time)
                .flatMap(time -> Timestamps.plausible(time, now));
        if (text.isPresent() && plausible.isEmpty()) {
            fields.violation(
                    "occurredAt",
                    stated.isEmpty()
                            ? "is not a time; write it as 2019-05-01 or 2019-05-01T09:30:00+02:00"
                            : "must be after 1900 and not ahead");
        }
        return plausible;
    }

    /** The achievement that it is offered for. */
    public static Optional<String> achievement(Document claim) {
        claim.allowOnly(java.util.Set.of("achievementId"));
        Optional<String> id = claim.requiredText("achievementId", 80);
        id.filter(text -> !ACHIEVEMENT.matcher(text).matches())
                .ifPresent(text -> claim.violation("achievementId", "must be the id of an achievement"));
        return id;
    }

    /** Where the artefact is; an https address without credentials. */
    public static Optional<String> link(Document fields) {
        Optional<String> link = fields.text("link", 2000);
        link.filter(address -> !isWebAddress(address))
                .ifPresent(address -> fields.violation("link", "must be an https address"));
        return link;
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
