package dev.touchstone.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredDictionary;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components of a message signature with parameters, after the examples of RFC 9421 sections 2.1 and 2.2.8. */
class SignatureComponentsTest {

    private static final String TARGET =
            "https://example.com/path?param=value&foo=bar&baz=batman&qux=&var=this%20is%20a%20big%0Amultiline%20value"
                    + "&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something&twice=1&twice=2";
    private static final Headers HEADERS = new Headers()
            .add("Example-Dict", "a=1, b=2;x=1;y=2, c=(a   b   c), d")
            .add("Example-Header", "value, with, lots")
            .add("Example-Header", "of, commas")
            .add("Priority", " u=1 ,   i")
            .add("Content-Digest", "sha-256=:AAAA:, other=:BBBB:");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"example-dict\";key=\"a\"'|1",
                "'\"example-dict\";key=\"b\"'|2;x=1;y=2",
                "'\"example-dict\";key=\"c\"'|(a b c)",
                "'\"example-dict\";key=\"d\"'|?1",
                "'\"example-header\"'|value, with, lots, of, commas",
                "'\"example-header\";bs'|:dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:",
                "'\"priority\";sf'|u=1, i",
                "'\"@query-param\";name=\"baz\"'|batman",
                "'\"@query-param\";name=\"qux\"'|''",
                "'\"@query-param\";name=\"var\"'|this%20is%20a%20big%0Amultiline%20value",
                "'\"@query-param\";name=\"bar\"'|with%20plus%20whitespace",
                "'\"@query-param\";name=\"fa%C3%A7ade%22%3A%20\"'|something",
            })
    void valueIsAsTheRfcHasIt(String component, String value) {
        String base = SignatureBase.of(list(component), arrival());

        assertThat(base).isEqualTo(component + ": " + value + "\n\"@signature-params\": (" + component + ");created=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // of the request that a response answers: this is no response
                "'\"@method\";req'|COMPONENT_REFUSED",
                "'\"content-digest\";req'|COMPONENT_REFUSED",
                "'\"example-header\";tr'|COMPONENT_REFUSED",
                "'\"example-header\";bs;sf'|COMPONENT_REFUSED",
                "'\"example-header\";bs;key=\"a\"'|COMPONENT_REFUSED",
                "'\"example-header\";sf'|COMPONENT_REFUSED",
                "'\"example-header\";other'|COMPONENT_REFUSED",
                "'\"example-header\";bs=?0'|COMPONENT_REFUSED",
                "'\"@method\";sf'|COMPONENT_REFUSED",
                "'\"@status\"'|COMPONENT_REFUSED",
                "'\"@signature-params\"'|COMPONENT_REFUSED",
                "'\"@query-param\"'|COMPONENT_REFUSED",
                "'\"@query-param\";name=\"twice\"'|SIGNED_HEADER_MISSING",
                "'\"@query-param\";name=\"absent\"'|SIGNED_HEADER_MISSING",
                "'\"example-dict\";key=\"z\"'|SIGNED_HEADER_MISSING",
                "'\"missing\";bs'|SIGNED_HEADER_MISSING",
                "'\"Example-Header\"'|COMPONENT_REFUSED",
                "'\"example-dict\";key=\"a\" \"example-dict\";key=\"a\"'|COMPONENT_REFUSED",
            })
    void whatMakesNoSenseInARequestIsRefusedWithTheReason(String components, Rejection reason) {
        SignatureBase.NoBase refused =
                catchThrowableOfType(SignatureBase.NoBase.class, () -> SignatureBase.of(list(components), arrival()));

        assertThat(refused.reason()).isEqualTo(reason);
    }

    @Test
    void oneMemberOfTheDigestIsNotTheDigest() {
        Set<Object> whole = SignatureBase.whole(list("\"content-digest\";key=\"other\" \"date\";bs \"@method\""));

        assertThat(whole).containsExactlyInAnyOrder("date", "@method");
    }

    private static Member.InnerList list(String components) {
        return (Member.InnerList) StructuredDictionary.parse("sig=(" + components + ");created=1")
                .orElseThrow()
                .get("sig");
    }

    private static Arrival arrival() {
        return new Arrival("POST", TARGET, HEADERS, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
