package dev.touchstone.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.file.RefusedFile.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingFileTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "255044462d312e370a, application/pdf",
        "89504e470d0a1a0a0000000d, image/png",
        "ffd8ffe000104a464946, image/jpeg",
        "474946383961, image/gif",
        "474946383761, image/gif",
        "524946462400000057454250565038, image/webp",
        "48656c6c6f, text/plain",
        "efbbbf4772c3bcc39f65, text/plain"
    })
    void typeIsToldFromTheContent(String hex, String mediaType) {
        // Given
        IncomingFile file = new IncomingFile("anything.exe", null);

        // When
        file.take(HexFormat.of().parseHex(hex));

        // Then
        assertThat(file.end().mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "504b03041400", // zip, docx
                "d0cf11e0a1b11ae1", // doc
                "7b5c72746631", // rtf
                "1f8b0800", // gzip
                "4d5a9000030000000400", // a program for Windows
                "7f454c46020101", // a program for Linux
                "524946462400000041564920", // a film
                "fffe480065006c00", // UTF-16
                "3c7376672078", // <svg x
                "efbbbf0a203c21444f4354595045", // <!DOCTYPE behind a mark and white space
                "3c3f786d6c20", // <?xml
                "c0af", // no UTF-8
                "48656c6c6fc3" // a character that is cut off
            })
    void whatHidesOrRunsIsRefused(String hex) {
        // Given
        IncomingFile file = new IncomingFile(null, null);

        // Then
        assertThatThrownBy(() -> {
                    file.take(HexFormat.of().parseHex(hex));
                    file.end();
                })
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TYPE))
                .hasMessageContaining("PDF, PNG, JPEG, GIF, WebP and plain text");
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, true",
        "Application/PDF; version=1.7, true",
        "application/octet-stream, true",
        "image/png, false",
        "text/plain, false",
        "text/markdown, false"
    })
    void declaredTypeMustBeThatOfTheContent(String declared, boolean right) {
        // Given
        IncomingFile file = new IncomingFile("proof.pdf", declared);

        // Then
        if (right) {
            file.take(PDF);
            assertThat(file.end().mediaType()).isEqualTo("application/pdf");
        } else {
            assertThatThrownBy(() -> file.take(PDF))
                    .isInstanceOf(RefusedFile.class)
                    .hasMessageContaining("application/pdf");
        }
    }

    @Test
    void markdownIsTextThatItsSenderCallsSo() {
        // Given
        IncomingFile file = new IncomingFile("notes.md", "text/markdown; charset=utf-8");

        // When
        file.take("# Notes\n".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(file.end())
                .isEqualTo(new AttachedFile(
                        "sha256:365d0b84ae63c2afc293dedd2b00bdf0dc8d6ef70c9297d90f9e5682ab0d72ee",
                        "notes.md",
                        "text/markdown",
                        8));
    }

    @Test
    void characterMayLieAcrossTwoBlocks() {
        // Given
        IncomingFile file = new IncomingFile(null, null);
        byte[] text = "Grüße".getBytes(StandardCharsets.UTF_8);

        // When
        file.take(Arrays.copyOf(text, 3));
        file.take(Arrays.copyOfRange(text, 3, text.length));

        // Then
        assertThat(file.end().size()).isEqualTo(7);
    }

    @Test
    void binaryBehindTextIsFound() {
        // Given
        IncomingFile file = new IncomingFile(null, "text/plain");
        file.take("begins well".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThatThrownBy(() -> file.take(new byte[] {0})).isInstanceOf(RefusedFile.class);
    }

    @Test
    void isTakenUpToItsLargestSize() {
        // Given
        IncomingFile file = new IncomingFile(null, null);
        file.take(PDF);
        file.take(new byte[(int) IncomingFile.LARGEST - PDF.length]);

        // Then
        assertThatThrownBy(() -> file.take(new byte[1]))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(file.end().size()).isEqualTo(26_214_400);
    }

    @Test
    void nothingIsNoFile() {
        assertThatThrownBy(() -> new IncomingFile(null, null).end())
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\\b", "a\u0000b", "a\nb", ".hidden", " ", "proof\u202Efdp.exe"})
    void nameThatIsAPathOrMisleadsIsRefused(String name) {
        assertThatThrownBy(() -> new IncomingFile(name, null))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NAME));
    }
}
