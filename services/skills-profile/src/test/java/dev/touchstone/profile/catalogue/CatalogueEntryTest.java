package dev.touchstone.profile.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CatalogueEntryTest {

    private static final List<CatalogueFact> HISTORY =
            List.of(published(1), published(2), new CatalogueFact.Retired(2), published(3));

    @Property(tries = 100)
    void anyOrderWithDuplicatesMakesTheSameEntry(@ForAll long seed) {
        // Given
        List<CatalogueFact> delivered = new ArrayList<>(HISTORY);
        delivered.addAll(HISTORY);
        Collections.shuffle(delivered, new Random(seed));

        // When
        CatalogueEntry entry = fold(delivered);

        // Then
        assertThat(entry).isEqualTo(fold(HISTORY));
    }

    @Test
    void aRetiredAchievementOpensAgainWithALaterVersionOnly() {
        // Given
        CatalogueEntry retired = fold(HISTORY.subList(0, 3));

        // When
        CatalogueEntry reopened = retired.apply(published(3));

        // Then
        assertThat(retired.isOpen()).isFalse();
        assertThat(reopened.isOpen()).isTrue();
        assertThat(retired.apply(published(1))).isSameAs(retired);
    }

    private static CatalogueEntry fold(List<CatalogueFact> facts) {
        CatalogueEntry entry = CatalogueEntry.empty("northwind", "rope-access");
        for (CatalogueFact fact : facts) {
            entry = entry.apply(fact);
        }
        return entry;
    }

    private static CatalogueFact published(int version) {
        return new CatalogueFact.Published(new Offer(version, "v" + version, "", null, List.of(), List.of()));
    }
}
