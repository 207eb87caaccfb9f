package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.passport.Passport;
import org.bson.Document;

/** A passport with how fresh it is. */
public record ProjectedPassport(Passport passport, Freshness freshness) {

    static ProjectedPassport read(Document document) {
        Document projected = document.get("projected", Document.class);
        return new ProjectedPassport(
                PassportDocument.read(document),
                new Freshness(
                        Fields.longNumber(document, "revision"),
                        Fields.uuid(projected, "eventId"),
                        Fields.instant(projected, "eventTime"),
                        Fields.instant(projected, "at")));
    }
}
