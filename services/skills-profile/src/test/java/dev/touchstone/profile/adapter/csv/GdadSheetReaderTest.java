package dev.touchstone.profile.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.profile.framework.Framework;
import dev.touchstone.profile.framework.ImportReport;
import dev.touchstone.profile.framework.ImportedFramework;
import dev.touchstone.profile.framework.Requirement;
import dev.touchstone.profile.framework.RoleProfile;
import dev.touchstone.profile.framework.RoleSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GdadSheetReaderTest {

    private static final String HEADER = "Role Family,Role,Role Description,Role Level,Role Level Description,"
            + "Skill Name,Skill Description,Skill Level,Skill Level Description,Role Type\n";

    @Test
    void thePublishedFrameworkIsCleanedToItsKnownSize() throws IOException {
        Path roles = Path.of(System.getProperty("touchstone.shared", "../../../shared"), "data/gdad/roles.csv");
        assumeTrue(Files.exists(roles));

        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("2025-09"));

        // When
        try (InputStream csv = Files.newInputStream(roles)) {
            GdadSheetReader.read(csv, sheet);
        }

        // Then
        ImportedFramework imported = sheet.clean();
        ImportReport report = imported.report();
        assertThat(report.rows()).isEqualTo(1_825);
        assertThat(report.roleLevels()).isEqualTo(201);
        assertThat(report.skills()).isEqualTo(188);
        assertThat(report.edges()).isEqualTo(1_781);
        assertThat(report.notInUse()).isEqualTo(28);
        assertThat(report.duplicates()).isEqualTo(16);
        assertThat(report.rejected()).isZero();
        RoleProfile senior = imported.roles().stream()
                .filter(role -> role.level().equals("Senior developer"))
                .findFirst()
                .orElseThrow();
        assertThat(senior.requirements()).hasSize(10);
        assertThat(senior.requirements())
                .contains(new Requirement(
                        "gdad:availability-and-capacity-management",
                        "Availability and capacity management",
                        2,
                        "Working",
                        1,
                        true));
    }

    @Test
    void quotedCellsMayHoldLineBreaksAndRowsKeepTheLineTheyBeginOn() throws IOException {
        // Given
        String csv = "\uFEFF" + HEADER
                + "Data,Tester,\"two\nlines\",Tester,,Testing,,Expert,,\n"
                + "Data,Tester,,Tester,,Testing,,Guru,,\n";

        // When
        ImportedFramework imported = read(csv);

        // Then
        assertThat(imported.report().edges()).isEqualTo(1);
        assertThat(imported.report().rejectedRows())
                .containsExactly(new ImportReport.RejectedRow(
                        4, "The skill level is none of Awareness, Working, Practitioner, Expert."));
    }

    @Test
    void aRowWithTooFewCellsIsRejectedAndTheNextOneStillRead() throws IOException {
        // Given
        String csv = HEADER + "Data,Tester\nData,Tester,,Tester,,Testing,,Expert,,\n";

        // When
        ImportedFramework imported = read(csv);

        // Then
        assertThat(imported.report().rejectedRows())
                .containsExactly(new ImportReport.RejectedRow(2, "The row has 2 cells, the header has 10."));
        assertThat(imported.report().edges()).isEqualTo(1);
    }

    @Test
    void anOrganisationMayWeighItsOwnRoles() throws IOException {
        // Given
        String csv = "Role,Role Level,Skill Name,Skill Level,Importance,Mandatory\n"
                + "Rigger,Rigger,Knots,Expert,5,yes\nRigger,Rigger,Radio,Awareness,2,no\n";

        // When
        ImportedFramework imported = read(csv);

        // Then
        assertThat(imported.roles().get(0).requirements())
                .extracting(Requirement::importance, Requirement::mandatory)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(5, true),
                        org.assertj.core.api.Assertions.tuple(2, false));
    }

    @Test
    void textThatIsNoSheetIsRefusedWithTheLine() {
        // Given
        List<String> texts = List.of(
                "", "a,b\n1,2\n", "Role,Role,Role Level\n", HEADER + "Data,\"Tester,,Tester,,Testing,,Expert,,\n");

        // When
        List<UnreadableSheet> refusals = texts.stream()
                .map(text -> catchThrowableOfType(UnreadableSheet.class, () -> read(text)))
                .toList();

        // Then
        assertThat(refusals).extracting(UnreadableSheet::line).containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        // Given
        byte[] latin1 =
                (HEADER + "Data,T\u00e9ster,,Tester,,Testing,,Expert,,\n").getBytes(StandardCharsets.ISO_8859_1);

        // When
        UnreadableSheet refusal = catchThrowableOfType(
                UnreadableSheet.class,
                () -> GdadSheetReader.read(new ByteArrayInputStream(latin1), new RoleSheet(Framework.gdad("x"))));

        // Then
        assertThat(refusal).hasMessage("The text is not UTF-8.");
    }

    private static ImportedFramework read(String csv) throws IOException {
        RoleSheet sheet = new RoleSheet(Framework.gdad("x"));
        GdadSheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), sheet);
        return sheet.clean();
    }
}
