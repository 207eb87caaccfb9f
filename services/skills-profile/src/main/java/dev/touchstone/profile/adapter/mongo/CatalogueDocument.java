package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.catalogue.CatalogueEntry;
import dev.touchstone.profile.catalogue.Offer;
import dev.touchstone.profile.catalogue.OfferedSkill;
import org.bson.Document;

/** An entry of the catalogue as it lies in the store. */
final class CatalogueDocument {

    private CatalogueDocument() {}

    static Document write(CatalogueEntry entry) {
        Document document = new Document("_id", entry.key())
                .append("tenant", entry.tenant())
                .append("achievementId", entry.achievementId())
                .append("retiredUpTo", entry.retiredUpTo());
        Fields.put(document, "offer", entry.offer() == null ? null : writeOffer(entry.offer()));
        return document;
    }

    static CatalogueEntry read(Document document) {
        Document offer = document.get("offer", Document.class);
        return new CatalogueEntry(
                document.getString("tenant"),
                document.getString("achievementId"),
                offer == null ? null : readOffer(offer),
                Fields.number(document, "retiredUpTo"));
    }

    private static Document writeOffer(Offer offer) {
        Document document = new Document("version", offer.version())
                .append("name", offer.name())
                .append("description", offer.description())
                .append(
                        "skills",
                        offer.skills().stream()
                                .map(skill -> new Document("skillId", skill.skillId())
                                        .append("name", skill.name())
                                        .append("ordinal", skill.ordinal()))
                                .toList())
                .append("pathwayOf", offer.pathwayOf());
        Fields.put(document, "workloadHours", offer.workloadHours());
        return document;
    }

    private static Offer readOffer(Document document) {
        return new Offer(
                Fields.number(document, "version"),
                document.getString("name"),
                document.getString("description"),
                document.getDouble("workloadHours"),
                Fields.list(document, "skills").stream()
                        .map(skill -> new OfferedSkill(
                                skill.getString("skillId"), skill.getString("name"), Fields.number(skill, "ordinal")))
                        .toList(),
                document.getList("pathwayOf", String.class));
    }
}
