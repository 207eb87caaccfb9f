package dev.touchstone.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class RecordSplitterTest {

    @Example
    void lineBreaksWithinQuotesBelongToTheRecord() {
        // When
        List<RawRecord> records = split("a,b\r\n\"x\ny\",2\r\n3,4", true);

        // Then
        assertThat(records).extracting(RecordSplitterTest::text).containsExactly("a,b", "\"x\ny\",2", "3,4");
        assertThat(records).extracting(RawRecord::line).containsExactly(1L, 2L, 4L);
    }

    @Example
    void aQuoteWithinAValueJoinsNoLines() {
        // When
        List<RawRecord> records = split("1,5\"\" pipe\n2,7\" pipe; \"used\n3,\"say \"\"so\"\"\n\";x\n", true);

        // Then
        assertThat(records)
                .extracting(RecordSplitterTest::text)
                .containsExactly("1,5\"\" pipe", "2,7\" pipe; \"used", "3,\"say \"\"so\"\"\n\";x");
    }

    @Example
    void quotesOfJsonHoldNothingTogether() {
        assertThat(split("{\"a\":\n1}", false)).hasSize(2);
    }

    @Example
    void emptyLinesAndTheMarkAreNoRecords() {
        // When
        List<RawRecord> records = split("\uFEFFa\n\n  \r\nb\n\n", true);

        // Then
        assertThat(records).extracting(RecordSplitterTest::text).containsExactly("a", "b");
        assertThat(records).extracting(RawRecord::line).containsExactly(1L, 4L);
    }

    @Example
    void quoteThatIsNeverClosedCostsABoundedPartOfTheFile() {
        // Given
        String file = "\"open\n" + "x\n".repeat(RecordSplitter.LONGEST / 2 + 10) + "last,1\n";

        // When
        List<RawRecord> records = split(file, true);

        // Then
        assertThat(records.get(0).tooLong()).isTrue();
        assertThat(records.get(0).bytes().length).isEqualTo(RecordSplitter.LONGEST + 1);
        assertThat(text(records.get(records.size() - 1))).isEqualTo("last,1");
    }

    @Property
    void everyLineComesOnceInItsOrder(
            @ForAll @Size(max = 30)
                    List<@StringLength(min = 1, max = 20) @CharRange(from = 'a', to = 'z') String> lines) {
        // When
        List<RawRecord> records = split(String.join("\r\n", lines), true);

        // Then
        assertThat(records).extracting(RecordSplitterTest::text).containsExactlyElementsOf(lines);
    }

    @Property
    void anyBytesAreTakenApartToTheirEnd(@ForAll byte[] bytes, @ForAll boolean quoted) {
        // When
        List<RawRecord> records = split(bytes, quoted);

        // Then
        assertThat(records).allMatch(record -> record.bytes().length > 0 && record.line() > 0);
        assertThat(records).extracting(RawRecord::line).isSorted().doesNotHaveDuplicates();
    }

    private static List<RawRecord> split(String file, boolean quoted) {
        return split(file.getBytes(StandardCharsets.UTF_8), quoted);
    }

    private static List<RawRecord> split(byte[] file, boolean quoted) {
        try {
            RecordSplitter splitter = new RecordSplitter(new ByteArrayInputStream(file), quoted);
            List<RawRecord> records = new ArrayList<>();
            Optional<RawRecord> next = splitter.next();
            while (next.isPresent()) {
                records.add(next.get());
                next = splitter.next();
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(RawRecord record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }
}
