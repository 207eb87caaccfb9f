package dev.touchstone.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class IncomingFilePropertiesTest {

    private static final Set<String> TAKEN = Set.of(
            "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "text/markdown");

    /** Any bytes, with beginnings that lead far into the reading. */
    @Provide
    Arbitrary<byte[]> contents() {
        Arbitrary<byte[]> beginnings = Arbitraries.of(
                        "", "%PDF-", "GIF89a", "RIFF", "PK\u0003\u0004", "<svg", "{\\rtf", "\uFEFF", "Hello")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return beginnings.flatMap(beginning -> Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(200)
                .map(rest -> {
                    byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
                    System.arraycopy(rest, 0, all, beginning.length, rest.length);
                    return all;
                }));
    }

    @Property
    void anyContentIsOneOfTheKindsOrRefused(@ForAll("contents") byte[] content) {
        // When
        AttachedFile file = read(null, List.of(content));

        // Then
        if (file != null) {
            assertThat(TAKEN).contains(file.mediaType());
            assertThat(file.size()).isEqualTo(content.length);
        }
    }

    @Property
    void blocksMakeNoDifference(
            @ForAll @StringLength(min = 1200, max = 1300) String text,
            @ForAll @IntRange(min = 1024, max = 1199) int cut) {
        // Given
        byte[] content = text.getBytes(StandardCharsets.UTF_8);

        // When
        AttachedFile whole = read("text/plain", List.of(content));
        AttachedFile parts = read(
                "text/plain", List.of(Arrays.copyOf(content, cut), Arrays.copyOfRange(content, cut, content.length)));

        // Then
        assertThat(parts).isEqualTo(whole);
    }

    @Property
    void anyDeclarationIsUnderstoodOrRefused(@ForAll @StringLength(max = 60) String declared) {
        // When
        AttachedFile file = read(declared, List.of("Hello".getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(file == null ? "text/plain" : file.mediaType()).startsWith("text/");
    }

    /** Null where it is refused; everything else that is thrown fails the test. */
    private static AttachedFile read(String declared, List<byte[]> blocks) {
        try {
            IncomingFile file = new IncomingFile("name", declared);
            blocks.forEach(file::take);
            return file.end();
        } catch (RefusedFile refused) {
            return null;
        }
    }
}
