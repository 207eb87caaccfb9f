package dev.touchstone.profile.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class RoleSheetTest {

    @Test
    void idsComeFromNamesAndStayTheSameFromOneImportToTheNext() {
        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("2025-09"));

        // When
        sheet.accept(
                2,
                row(
                        "Software developer",
                        "Senior developer",
                        "Programming and build (software engineering)",
                        "Practitioner"));

        // Then
        ImportedFramework imported = sheet.clean();
        assertThat(imported.roles())
                .extracting(RoleProfile::roleId)
                .containsExactly("gdad:software-developer:senior-developer");
        assertThat(imported.skills())
                .extracting(FrameworkSkill::skillId)
                .containsExactly("gdad:programming-and-build-software-engineering");
        assertThat(imported.framework().attribution()).contains("Open Government Licence v3.0");
    }

    @Test
    void aRowNotInUseGivesItsSkillAndNoRole() {
        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("x"));

        // When
        sheet.accept(2, row("Chief data officer", "NOT IN USE", "Capability building", "NOT IN USE"));

        // Then
        ImportReport report = sheet.clean().report();
        assertThat(report.notInUse()).isEqualTo(1);
        assertThat(report.skills()).isEqualTo(1);
        assertThat(report.roleLevels()).isZero();
        assertThat(report.edges()).isZero();
    }

    @Test
    void aRepeatedEdgeCountsOnceAndAContradictionIsRejectedWithItsLine() {
        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("x"));
        sheet.accept(2, row("Data analyst", "Senior data analyst", "Managing a data project", "Working"));

        // When
        sheet.accept(3, row("Data analyst", "Senior data analyst", "Managing a data project", "Working"));
        sheet.accept(9, row("Data analyst", "Senior data analyst", "Managing a data project", "Expert"));

        // Then
        ImportReport report = sheet.clean().report();
        assertThat(report.edges()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejectedRows())
                .extracting(ImportReport.RejectedRow::line, ImportReport.RejectedRow::reason)
                .containsExactly(tuple(9L, "An earlier row asks for this skill at Working in the same role level."));
    }

    @Test
    void rowsThatCannotBeUsedAreNamedAndTheRestIsKept() {
        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("x"));

        // When
        sheet.accept(2, row("Tester", "Tester", "Testing", "Guru"));
        sheet.accept(3, row("Tester", "Tester", " --- ", "Expert"));
        sheet.accept(4, row("", "Tester", "Testing", "Expert"));
        sheet.accept(5, row("Tester", "Tester", "x".repeat(201), "Expert"));
        sheet.accept(6, row("Tester", "Tester", "Testing", "expert"));

        // Then
        ImportedFramework imported = sheet.clean();
        assertThat(imported.report().rejectedRows())
                .extracting(ImportReport.RejectedRow::line)
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(imported.roles().get(0).requirements())
                .containsExactly(new Requirement("gdad:testing", "Testing", 4, "Expert", 1, true));
    }

    @Test
    void moreRejectedRowsThanCanBeShownAreStillCounted() {
        // Given
        RoleSheet sheet = new RoleSheet(Framework.gdad("x"));

        // When
        for (int line = 2; line < 252; line++) {
            sheet.accept(line, row("Tester", "Tester", "Testing", "Guru"));
        }

        // Then
        ImportReport report = sheet.clean().report();
        assertThat(report.rejected()).isEqualTo(250);
        assertThat(report.rejectedRows()).hasSize(100);
    }

    private static SheetRow row(String role, String level, String skill, String skillLevel) {
        return new SheetRow("Data", role, "", level, "", skill, "", skillLevel, "", "", "");
    }
}
