package dev.touchstone.intake.xapi;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.evidence.Action;
import dev.touchstone.intake.evidence.EvidenceDraft;
import dev.touchstone.intake.evidence.EvidenceKind;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.xapi.StatementMeaning.Evident;
import dev.touchstone.intake.xapi.StatementMeaning.Unused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String MOODLE = """
            {'actor':{'name':'Ada','account':{'homePage':'https://moodle.example','name':'1'}},
             'verb':{'id':'http://id.tincanapi.com/verb/completed','display':{'en':'completed'}},
             'object':{'id':'https://moodle.example/course/view.php?id=1',
                       'definition':{'type':'http://id.tincanapi.com/activitytype/lms/course','name':{'en':'Safe Lifting'}}},
             'timestamp':'2026-11-20T15:21:00+01:00',
             'context':{'platform':'Moodle','extensions':{'http://lrs.example/info':{'event_name':'course_completed','nothing':null}}}}""";

    @Test
    void cmi5PassedWithScoreAndGrouping() {
        Statement statement = read("""
                {'id':'1c356160-5b4f-4e5c-9f3e-0d6a8c1b2a3d',
                 'actor':{'objectType':'Agent','account':{'homePage':'http://example.org/','name':'Learner'}},
                 'verb':{'id':'http://adlnet.gov/expapi/verbs/passed'},
                 'object':{'id':'http://example.org/cmi5/au-lms-id/4756'},
                 'result':{'score':{'raw':88,'min':0,'max':100},'success':true,'duration':'PT24.57S'},
                 'context':{'registration':'a0a37fbe-8f4e-4d5a-9f3e-0d6a8c1b2a3d',
                            'contextActivities':{'grouping':[{'id':'http://course.example.edu/4c07'}],
                                                 'category':[{'id':'https://w3id.org/xapi/cmi5/context/categories/moveon'}]}},
                 'timestamp':'2026-11-22T09:00:00Z'}""");

        EvidenceDraft draft = evident(statement);

        assertThat(draft.subject()).containsExactly(Identity.account("http://example.org/", "Learner"));
        assertThat(draft.facts().action()).isEqualTo(Action.PASSED);
        assertThat(draft.facts().activity().alternateIds()).containsExactly("http://course.example.edu/4c07");
        assertThat(draft.facts().result().scaled()).isEqualTo(0.88);
        assertThat(draft.facts().result().success()).isTrue();
        assertThat(draft.facts().result().durationSeconds()).isEqualTo(24.57);
        assertThat(draft.facts().occurredAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void moodleCompletionWithoutId() {
        EvidenceDraft draft = evident(read(MOODLE));

        assertThat(draft.subject()).containsExactly(Identity.account("https://moodle.example", "1"));
        assertThat(draft.facts().kind()).isEqualTo(EvidenceKind.COURSE_COMPLETION);
        assertThat(draft.facts().action()).isEqualTo(Action.COMPLETED);
        assertThat(draft.facts().activity().name()).isEqualTo("Safe Lifting");
        assertThat(draft.facts().occurredAt()).isEqualTo(Instant.parse("2026-11-20T14:21:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://adlnet.gov/expapi/verbs/completed, COMPLETED",
        "https://adlnet.gov/expapi/verbs/completed, COMPLETED",
        "http://www.adlnet.gov/expapi/verbs/passed, PASSED",
        "http://adlnet.gov/expapi/verbs/failed, FAILED",
        "http://adlnet.gov/expapi/verbs/scored, SCORED",
        "https://w3id.org/xapi/adl/verbs/satisfied, SATISFIED",
        "https://w3id.org/xapi/adl/verbs/waived, WAIVED",
        "http://activitystrea.ms/schema/1.0/complete, COMPLETED"
    })
    void synonymsOfOneVerb(String verb, Action action) {
        assertThat(evident(read(MOODLE.replace("http://id.tincanapi.com/verb/completed", verb)))
                        .facts()
                        .action())
                .isEqualTo(action);
    }

    @Test
    void otherVerbsAreKeptWithoutBeingEvidence() {
        String experienced = MOODLE.replace("id.tincanapi.com/verb/completed", "adlnet.gov/expapi/verbs/experienced");

        assertThat(StatementMeaning.of(read(experienced), NOW)).isEqualTo(new Unused("verb-not-used"));
    }

    @Test
    void groupsAreNobody() {
        Statement statement = read("""
                {'actor':{'objectType':'Group','member':[{'mbox':'mailto:a@b.c'}]},
                 'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},'object':{'id':'https://lms.example/1'}}""");

        assertThat(StatementMeaning.of(statement, NOW)).isEqualTo(new Unused("actor-is-a-group"));
    }

    @Test
    void theFutureIsNoEvidence() {
        Statement statement = read(MOODLE.replace("2026-11-20", "2027-11-20"));

        assertThat(StatementMeaning.of(statement, NOW)).isEqualTo(new Unused("timestamp-not-plausible"));
    }

    @Test
    void namesEveryMistake() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> read("""
                        {'id':'1','actor':{'mbox':'mailto:a@b.c','openid':'https://a.b'},'verb':{'id':'completed'},
                         'object':{},'result':{'score':{'scaled':1.5},'success':'yes','duration':'soon'},
                         'timestamp':'yesterday','context':{'registration':'none','language':null},'colour':1}"""));

        assertThat(invalid.violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/colour",
                        "/context",
                        "/id",
                        "/actor",
                        "/verb/id",
                        "/result/score/scaled",
                        "/result/duration",
                        "/result/success",
                        "/context/registration",
                        "/object/id",
                        "/timestamp");
    }

    @Test
    void resentStatementWithoutIdHasTheSameKey() {
        Statement again = read(MOODLE.replace("'name':'Ada',", "").replace("15:21:00+01:00", "14:21:00.000Z"));

        assertThat(again.contentKey().orElseThrow())
                .isEqualTo(read(MOODLE).contentKey().orElseThrow());
    }

    @Test
    void anotherResultIsAnotherStatement() {
        Statement scored = read(MOODLE.replace("'timestamp'", "'result':{'completion':true},'timestamp'"));

        assertThat(scored.contentKey().orElseThrow())
                .isNotEqualTo(read(MOODLE).contentKey().orElseThrow());
    }

    @Test
    void statementWithoutIdAndTimeIsNeverARepetition() {
        assertThat(read(MOODLE.replace("'timestamp':'2026-11-20T15:21:00+01:00',", ""))
                        .contentKey())
                .isEmpty();
    }

    @Test
    void comparisonIgnoresWhatDoesNotChangeTheMeaning() {
        String id = "'id':'1c356160-5b4f-4e5c-9f3e-0d6a8c1b2a3d',";
        Statement first = read(MOODLE.replaceFirst("\\{", "{" + id));
        Statement again = read(MOODLE.replaceFirst("\\{", "{" + id + "'version':'1.0.0',")
                .replace("'display':{'en':'completed'}", "'display':{'de':'abgeschlossen'}")
                .replace("'name':{'en':'Safe Lifting'}", "'name':{'en':'Lifting'}"));
        Statement other = read(MOODLE.replaceFirst("\\{", "{" + id).replace("course/view.php?id=1", "course/2"));

        assertThat(again.comparison()).isEqualTo(first.comparison());
        assertThat(other.comparison()).isNotEqualTo(first.comparison());
    }

    @ParameterizedTest
    @CsvSource({"PT24.57S, 24.57", "PT1H30M, 5400", "P1DT2H, 93600", "P3W, 1814400", "PT0S, 0"})
    void durations(String text, double seconds) {
        assertThat(IsoDuration.isOne(text)).isTrue();
        assertThat(IsoDuration.seconds(text)).contains(seconds);
    }

    @ParameterizedTest
    @CsvSource({"P1Y, true", "P2M, true", "P, false", "PT, false", "1D, false", "PT1X, false"})
    void durationsWithoutFixedLength(String text, boolean duration) {
        assertThat(IsoDuration.isOne(text)).isEqualTo(duration);
        assertThat(IsoDuration.seconds(text)).isEmpty();
    }

    private static EvidenceDraft evident(Statement statement) {
        return ((Evident) StatementMeaning.of(statement, NOW)).draft();
    }

    private static Statement read(String text) {
        return StatementReader.read(json(text), "", XapiVersion.V1_0);
    }
}
