package dev.touchstone.intake.delivery;

import static dev.touchstone.intake.JsonText.bytes;
import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.connection.DedupeRule;
import dev.touchstone.intake.connection.Encoding;
import dev.touchstone.intake.connection.HeaderElement;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.HmacProfile;
import dev.touchstone.intake.connection.SignedText;
import dev.touchstone.intake.connection.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DedupeKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final DedupeRule JIRA = new DedupeRule.Fields(List.of("/issue/id", "/changelog/items/0/id"));

    @Test
    void headerNamesTheDelivery() {
        DedupeRule rule = new DedupeRule.Header("X-GitHub-Delivery");

        HmacProfile signed = profile("{h:X-GitHub-Delivery}.{body}");

        String key = DedupeKey.of(
                rule, signed, Headers.of(Map.of("x-github-delivery", "72d3162e")), bytes("{}"), json("{}"), NOW);

        assertThat(key).startsWith("header:").hasSize(7 + 64);
        assertThat(key)
                .isEqualTo(DedupeKey.of(
                        rule, signed, Headers.of(Map.of("X-GitHub-Delivery", "72d3162e")), bytes("[]"), null, NOW));
    }

    @Test
    void sameValuesAreSomethingNewAfterAWhile() {
        DedupeRule rule = new DedupeRule.Fields(List.of("/id"), 10);

        String first = DedupeKey.of(rule, profile("{body}"), new Headers(), bytes("{}"), json("{'id':1}"), NOW);

        assertThat(first).startsWith("fields:").hasSizeLessThanOrEqualTo(100);
        assertThat(DedupeKey.of(
                        rule, profile("{body}"), new Headers(), bytes("{}"), json("{'id':1}"), NOW.plusSeconds(599)))
                .isEqualTo(first);
        assertThat(DedupeKey.of(
                        rule, profile("{body}"), new Headers(), bytes("{}"), json("{'id':1}"), NOW.plusSeconds(600)))
                .isNotEqualTo(first);
    }

    @Test
    void headerThatNobodySignedMakesNothingNew() {
        DedupeRule rule = new DedupeRule.Header("X-Delivery");
        HmacProfile bodyOnly = profile("{body}");

        String first =
                DedupeKey.of(rule, bodyOnly, Headers.of(Map.of("X-Delivery", "1")), bytes("{}"), json("{}"), NOW);
        String captured =
                DedupeKey.of(rule, bodyOnly, Headers.of(Map.of("X-Delivery", "2")), bytes("{}"), json("{}"), NOW);

        assertThat(captured).isEqualTo(first).startsWith("content:");
    }

    @Test
    void signedTimeAloneDoesNotGuardTheHeader() {
        DedupeRule rule = new DedupeRule.Header("X-Delivery");
        HmacProfile timed = profile("{timestamp}.{body}");

        // until its time is too far away, whoever captured it may send it with another header
        String first = DedupeKey.of(rule, timed, Headers.of(Map.of("X-Delivery", "1")), bytes("{}"), json("{}"), NOW);
        String captured =
                DedupeKey.of(rule, timed, Headers.of(Map.of("X-Delivery", "2")), bytes("{}"), json("{}"), NOW);

        assertThat(captured).isEqualTo(first).startsWith("content:");
    }

    @Test
    void headerThatIsSignedNamesTheDelivery() {
        DedupeRule rule = new DedupeRule.Header("X-Delivery");
        HmacProfile signed = profile("{timestamp}.{h:X-Delivery}.{body}");

        String key = DedupeKey.of(rule, signed, Headers.of(Map.of("X-Delivery", "1")), bytes("{}"), json("{}"), NOW);

        assertThat(key).startsWith("header:");
    }

    @Test
    void fieldsNameTheDelivery() {
        String first = "{'issue':{'id':'7'},'changelog':{'items':[{'id':1}]},'timestamp':1}";
        String again = "{'issue':{'id':'7'},'changelog':{'items':[{'id':1}]},'timestamp':2}";
        String other = "{'issue':{'id':'7'},'changelog':{'items':[{'id':2}]},'timestamp':2}";

        assertThat(key(JIRA, again)).isEqualTo(key(JIRA, first)).startsWith("fields:");
        assertThat(key(JIRA, other)).isNotEqualTo(key(JIRA, first));
    }

    @Test
    void contentNamesTheDeliveryWhereNothingElseDoes() {
        assertThat(key(JIRA, "{'issue':{}}"))
                .startsWith("content:")
                .isEqualTo(key(new DedupeRule.Content(), "{'issue':{}}"));
        assertThat(DedupeKey.of(
                        new DedupeRule.Header("Id"), profile("{h:Id}{body}"), new Headers(), bytes("x"), null, NOW))
                .startsWith("content:");
    }

    @Test
    void sourceAndIdNameAnEvent() {
        assertThat(DedupeKey.ofCloudEvent("/a", "1")).isNotEqualTo(DedupeKey.ofCloudEvent("/a1", ""));
    }

    private static String key(DedupeRule rule, String body) {
        return DedupeKey.of(rule, profile("{body}"), new Headers(), bytes(body), json(body), NOW);
    }

    private static HmacProfile profile(String signed) {
        HeaderElement signature = new HeaderElement("X-Signature", "", "");
        TimestampRule timestamp = new TimestampRule(
                new HeaderElement("X-Time", "", ""), TimestampRule.TimeUnit.SECONDS, Duration.ofMinutes(5));
        return new HmacProfile(
                HmacProfile.Algorithm.HMAC_SHA256,
                signature,
                Encoding.HEX,
                SignedText.parse(signed),
                timestamp,
                Encoding.UTF8,
                false);
    }
}
