package dev.touchstone.assessment.achievement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.completion;
import static dev.touchstone.assessment.Given.course;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.fingerprint.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue(
            7,
            List.of(
                    line("lifting", course("urn:lifting"), course("urn:lifting-anew")),
                    line("first-aid", course("urn:first-aid")),
                    line("contributor", work(3)),
                    line("site-safety", held("lifting")),
                    line("safe-releases", held("contributor"))));

    @Test
    void findsWhatNamesTheActivityAndWhatNamesNone() {
        assertThat(catalogue.concernedBy(completion(1, "urn:first-aid"), NOW)).containsExactly("first-aid");
        assertThat(catalogue.concernedBy(work(MAYA, 1), NOW)).containsExactly("contributor");
        assertThat(catalogue.concernedBy(completion(1, "urn:cooking"), NOW)).isEmpty();
    }

    @Test
    void findsAchievementsByEveryVersion() {
        assertThat(catalogue.concernedBy(completion(1, "urn:lifting"), NOW)).containsExactly("lifting");
        assertThat(catalogue.concernedBy(completion(1, "urn:lifting-anew"), NOW))
                .containsExactly("lifting");
    }

    @Test
    void findsTheAchievementThatEvidenceIsOfferedFor() {
        assertThat(catalogue.concernedBy(claimed(1), NOW)).containsExactly("safe-releases");
    }

    @Test
    void findsWhatAsksForACredential() {
        assertThat(catalogue.askingFor("lifting")).containsExactly("site-safety");
        assertThat(catalogue.askingFor("first-aid")).isEmpty();
    }

    private static AchievementLine line(String id, Criteria... versions) {
        List<Achievement> all = new java.util.ArrayList<>();
        for (Criteria criteria : versions) {
            Definition definition = definition(criteria, null, byRule());
            all.add(new Achievement(id, all.size() + 1, definition, Fingerprint.of(definition), NOW, null));
        }
        return new AchievementLine(id, all, null);
    }
}
