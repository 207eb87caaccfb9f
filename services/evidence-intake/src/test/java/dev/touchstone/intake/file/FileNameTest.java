package dev.touchstone.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, application/pdf, report.pdf",
        "Report.PDF, application/pdf, Report.PDF",
        "photo.jpeg, image/jpeg, photo.jpeg",
        "notes.md, text/plain, notes.md",
        "notes, text/markdown, notes.md",
        "report.hta, text/plain, report.hta.txt",
        "page.html, text/plain, page.html.txt",
        "tool.jar, application/pdf, tool.jar.pdf",
        "logo.svg, image/png, logo.svg.png",
        "run.md.bat, text/markdown, run.md.bat.md",
        "pdf, application/pdf, pdf.pdf"
    })
    void isSavedUnderAnEndingOfItsContent(String name, String mediaType, String saved) {
        assertThat(FileName.toSave(name, mediaType)).isEqualTo(saved);
    }
}
