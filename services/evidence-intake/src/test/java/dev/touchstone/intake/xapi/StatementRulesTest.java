package dev.touchstone.intake.xapi;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementRulesTest {

    private static final String ACTOR = "{'mbox':'mailto:a@b.c'}";
    private static final String VERB = "{'id':'http://v.example'}";
    private static final String OBJECT = "{'id':'http://a.example'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'objectType':'Agent','mbox_sha1sum':'0123456789012345678901234567890123456789'}",
                "{'openid':'http://ada.example/'}",
                "{'account':{'homePage':'http://home.example','name':'ada'}}",
                "{'objectType':'Group','member':[{'mbox':'mailto:a@b.c'}]}",
                "{'objectType':'Group','mbox':'mailto:team@b.c'}"
            })
    void takesActorsWithOneIdentifier(String actor) {
        assertThatCode(() -> read(actor, VERB, OBJECT, "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/actor | {}",
                "/actor | {'mbox':'mailto:a@b.c','openid':'http://a.example'}",
                "/actor/mbox | {'mbox':'a@b.c'}",
                "/actor/mbox | {'mbox':7}",
                "/actor/mbox_sha1sum | {'mbox_sha1sum':'01234'}",
                "/actor/account/name | {'account':{'homePage':'http://home.example'}}",
                "/actor/account/homePage | {'account':{'homePage':'home','name':'ada'}}",
                "/actor/objectType | {'objectType':'agent','mbox':'mailto:a@b.c'}",
                "/actor/member | {'mbox':'mailto:a@b.c','member':[]}",
                "/actor | {'objectType':'Group'}",
                "/actor/member/0/objectType | {'objectType':'Group','member':[{'objectType':'Group','mbox':'mailto:a@b.c'}]}"
            })
    void refusesOtherActors(String pointer, String actor) {
        assertThat(pointers(actor, VERB, OBJECT, "")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/object/id | {}",
                "/object/id | {'id':'not an iri'}",
                "/object/objectType | {'objectType':'activity','id':'http://a.example'}",
                "/object/definition/name/en_US | {'id':'http://a.example','definition':{'name':{'en_US':'x'}}}",
                "/object/definition/interactionType | {'id':'http://a.example','definition':{'interactionType':'guess'}}",
                "/object/definition/scale | {'id':'http://a.example','definition':{'interactionType':'choice','scale':[]}}",
                "/object/definition/choices/1/id | {'id':'http://a.example','definition':{'interactionType':'choice','choices':[{'id':'a'},{'id':'a'}]}}",
                "/object/definition/extensions/x | {'id':'http://a.example','definition':{'extensions':{'x':1}}}",
                "/object/definition/colour | {'id':'http://a.example','definition':{'colour':'red'}}",
                "/object/id | {'objectType':'StatementRef','id':'1'}",
                "/object/objectType | {'objectType':'SubStatement','actor':{'mbox':'mailto:a@b.c'},'verb':{'id':'http://v.example'},'object':{'objectType':'SubStatement'}}",
                "/object/id | {'objectType':'SubStatement','id':'1','actor':{'mbox':'mailto:a@b.c'},'verb':{'id':'http://v.example'},'object':{'id':'http://a.example'}}"
            })
    void refusesObjectsThatAreNone(String pointer, String object) {
        boolean within = object.contains("'object':{'objectType':'SubStatement'}");
        assertThat(pointers(ACTOR, VERB, object, "")).contains(within ? "/object" + pointer : pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/result/score/scaled | 'result':{'score':{'scaled':1.1}}",
                "/result/score/raw | 'result':{'score':{'raw':11,'max':10}}",
                "/result/score/max | 'result':{'score':{'min':10,'max':10}}",
                "/result/success | 'result':{'success':'true'}",
                "/result/duration | 'result':{'duration':'P4W1D'}",
                "/result/extensions | 'result':{'extensions':null}",
                "/context/team/objectType | 'context':{'team':{'mbox':'mailto:a@b.c'}}",
                "/context/language | 'context':{'language':'a12345678'}",
                "/context/contextActivities/grouping/0/id | 'context':{'contextActivities':{'grouping':[{}]}}",
                "/context/contextActivities/near | 'context':{'contextActivities':{'near':[]}}",
                "/context/contextAgents | 'context':{'contextAgents':[]}",
                "/context | 'context':{'platform':null}",
                "/authority | 'authority':{'objectType':'Group','member':[{'mbox':'mailto:a@b.c'}]}",
                "/version | 'version':'1.1.0'",
                "/version | 'version':'2.0.0'",
                "/timestamp | 'timestamp':'2026-11-20'",
                "/timestamp | 'timestamp':'2026-11-20T10:00:00-00:00'",
                "/attachments/0/sha2 | 'attachments':[{'usageType':'http://u.example','display':{},'contentType':'a/b','length':1,'sha2':'x'}]",
                "/attachments/0/length | 'attachments':[{'usageType':'http://u.example','display':{},'contentType':'a/b','length':1.5,'sha2':'x'}]",
                "/id | 'id':'AA97B177-9383-4934-8543-0F91A7A028368'",
                "/Actor | 'Actor':{}"
            })
    void refusesWhatIsNotOfItsType(String pointer, String more) {
        assertThat(pointers(ACTOR, VERB, OBJECT, "," + more)).contains(pointer);
    }

    @Test
    void someOfTheContextGoesWithActivitiesOnly() {
        assertThat(pointers(ACTOR, VERB, "{'objectType':'Agent','mbox':'mailto:a@b.c'}", ",'context':{'platform':'x'}"))
                .containsExactly("/context/platform");
    }

    @Test
    void agentsOfTheContextAreKnownIn20() {
        String agents = ",'context':{'contextAgents':[{'objectType':'contextAgent','agent':" + ACTOR
                + ",'relevantTypes':['http://t.example']}],'contextGroups':[{'objectType':'contextGroup','group':"
                + "{'objectType':'Group','mbox':'mailto:t@b.c'}}]}";

        assertThatCode(() -> StatementReader.read(json(statement(ACTOR, VERB, OBJECT, agents)), "", XapiVersion.V2_0))
                .doesNotThrowAnyException();
        assertThat(pointers(ACTOR, VERB, OBJECT, agents)).contains("/context/contextAgents", "/context/contextGroups");
    }

    @Test
    void voidingNeedsAStatementToVoid() {
        assertThat(pointers(ACTOR, "{'id':'" + Statement.VOIDED + "'}", OBJECT, ""))
                .containsExactly("/object");
    }

    @Test
    void comparisonIgnoresWhatIsFinerThanAHundredth() {
        Statement fine = read(ACTOR, VERB, OBJECT, ",'result':{'duration':'PT1.237S'}");

        assertThat(fine.comparison())
                .isEqualTo(read(ACTOR, VERB, OBJECT, ",'result':{'duration':'PT1.23S'}")
                        .comparison())
                .isNotEqualTo(read(ACTOR, VERB, OBJECT, ",'result':{'duration':'PT1.24S'}")
                        .comparison());
    }

    @Test
    void oneActivityOfAContextIsAnsweredInAnArray() {
        Statement one = read(ACTOR, VERB, OBJECT, ",'context':{'contextActivities':{'parent':" + OBJECT + "}}");
        Statement array = read(ACTOR, VERB, OBJECT, ",'context':{'contextActivities':{'parent':[" + OBJECT + "]}}");

        assertThat(one.content()).isEqualTo(array.content());
    }

    private static java.util.List<String> pointers(String actor, String verb, String object, String more) {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> read(actor, verb, object, more));
        return invalid.violations().stream().map(Violation::pointer).toList();
    }

    private static Statement read(String actor, String verb, String object, String more) {
        return StatementReader.read(json(statement(actor, verb, object, more)), "", XapiVersion.V1_0);
    }

    private static String statement(String actor, String verb, String object, String more) {
        return "{'actor':" + actor + ",'verb':" + verb + ",'object':" + object + more + "}";
    }
}
