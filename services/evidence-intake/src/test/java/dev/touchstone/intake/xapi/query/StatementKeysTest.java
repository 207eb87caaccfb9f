package dev.touchstone.intake.xapi.query;

import static dev.touchstone.intake.JsonText.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementKeysTest {

    private static final String STATEMENT = """
            {'actor':{'objectType':'Group','mbox':'mailto:team@b.c','member':[{'mbox':'mailto:ada@b.c'}]},
             'verb':{'id':'http://v.example'},
             'object':{'objectType':'SubStatement','actor':{'mbox':'mailto:ben@b.c'},'verb':{'id':'http://w.example'},
                       'object':{'id':'http://a.example/1'},
                       'context':{'contextAgents':[{'objectType':'contextAgent','agent':{'mbox':'mailto:eve@b.c'}}]}},
             'context':{'registration':'A0A37FBE-8F4E-4D5A-9F3E-0D6A8C1B2A3D',
                        'contextActivities':{'grouping':[{'id':'http://a.example/course'}]}},
             'authority':{'account':{'homePage':'http://home.example','name':'lms'}}}""";

    @Test
    void aStatementIsFoundByWhatItSays() {
        // When
        Set<UUID> keys = StatementKeys.of("northwind", object(STATEMENT));

        // Then
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        key(FilterKey.VERB, "http://v.example"),
                        key(FilterKey.AGENT, "mbox mailto:team@b.c"),
                        key(FilterKey.AGENT, "mbox mailto:ada@b.c"),
                        key(FilterKey.REGISTRATION, "a0a37fbe-8f4e-4d5a-9f3e-0d6a8c1b2a3d"),
                        key(FilterKey.RELATED_AGENT, "mbox mailto:team@b.c"),
                        key(FilterKey.RELATED_AGENT, "mbox mailto:ada@b.c"),
                        key(FilterKey.RELATED_AGENT, "mbox mailto:ben@b.c"),
                        key(FilterKey.RELATED_AGENT, "mbox mailto:eve@b.c"),
                        key(FilterKey.RELATED_AGENT, "account http://home.example lms"),
                        key(FilterKey.RELATED_ACTIVITY, "http://a.example/1"),
                        key(FilterKey.RELATED_ACTIVITY, "http://a.example/course"));
    }

    @Test
    void noTwoOrganisationsShareAKey() {
        assertThat(StatementKeys.of("northwind", object(STATEMENT)))
                .doesNotContainAnyElementsOf(StatementKeys.of("contoso", object(STATEMENT)));
    }

    @Test
    void verbAndActivityTogetherAreOneKey() {
        StatementFilter filter =
                new StatementFilter(null, false, "http://v.example", "http://a.example", false, null, null, null);

        assertThat(filter.keys("northwind"))
                .containsExactly(key(FilterKey.VERB_AND_ACTIVITY, "http://v.example http://a.example"));
    }

    @Test
    void definitionsOfOneActivityAreJoined() {
        Map<String, Map<String, Object>> definitions = ActivityDefinitions.of(
                java.util.List.of(
                        object(
                                "{'object':{'id':'http://a.example','definition':{'name':{'en':'One'},'type':'http://t.example/1'}}}"),
                        object(
                                "{'object':{'id':'http://a.example','definition':{'name':{'de':'Eins'},'type':'http://t.example/2'}}}")));

        assertThat(definitions)
                .isEqualTo(Map.of(
                        "http://a.example",
                        Map.of("name", Map.of("en", "One", "de", "Eins"), "type", "http://t.example/2")));
    }

    @Test
    void languagesAreChosenByPreference() {
        Map<String, String> names = new java.util.LinkedHashMap<>(Map.of());
        names.put("en", "One");
        names.put("de-AT", "Eins");

        assertThat(Languages.of("de").choose(names)).isEqualTo(Map.of("de-AT", "Eins"));
        assertThat(Languages.of("en-GB, de;q=0.5").choose(names)).isEqualTo(Map.of("en", "One"));
        assertThat(Languages.of("fr").choose(names)).isEqualTo(Map.of("en", "One"));
        assertThat(Languages.of("!!").choose(names)).isEqualTo(Map.of("en", "One"));
    }

    private static UUID key(FilterKey kind, String value) {
        return kind.of("northwind", value);
    }
}
