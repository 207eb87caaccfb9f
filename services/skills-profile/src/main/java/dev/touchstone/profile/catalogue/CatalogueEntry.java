package dev.touchstone.profile.catalogue;

import java.util.List;

/**
 * An achievement of an organisation: a fold over its versions, whatever the order they arrive in.
 *
 * @param offer newest version known; null as long as only its end has arrived
 * @param retiredUpTo last version that is closed to new earners; 0 when none is
 */
public record CatalogueEntry(String tenant, String achievementId, Offer offer, int retiredUpTo) {

    public static CatalogueEntry empty(String tenant, String achievementId) {
        return new CatalogueEntry(tenant, achievementId, null, 0);
    }

    /** The entry with the fact in it; this very object when the fact changes nothing. */
    public CatalogueEntry apply(CatalogueFact fact) {
        if (fact instanceof CatalogueFact.Published published) {
            Offer newer = published.offer();
            return offer != null && offer.version() >= newer.version()
                    ? this
                    : new CatalogueEntry(tenant, achievementId, newer, retiredUpTo);
        }
        if (fact instanceof CatalogueFact.Retired retired) {
            return retired.lastVersion() <= retiredUpTo
                    ? this
                    : new CatalogueEntry(tenant, achievementId, offer, retired.lastVersion());
        }
        throw new IllegalStateException("unknown fact");
    }

    /** The entry with all of the facts in it; this very object when they change nothing. */
    public CatalogueEntry applyAll(List<CatalogueFact> facts) {
        CatalogueEntry entry = this;
        for (CatalogueFact fact : facts) {
            entry = entry.apply(fact);
        }
        return entry;
    }

    /** Can be earned now. */
    public boolean isOpen() {
        return offer != null && offer.version() > retiredUpTo;
    }

    /** The same text as the first part of the keys of its events. */
    public String key() {
        return tenant + ":" + achievementId;
    }
}
