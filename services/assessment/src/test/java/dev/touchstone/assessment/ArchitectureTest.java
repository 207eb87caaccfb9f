package dev.touchstone.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.touchstone.assessment";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void featuresKnowNothingButJavaAndEachOther() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".(*)..")
                .and()
                .resideOutsideOfPackage(ROOT + ".adapter..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        ROOT + ".achievement",
                        ROOT + ".assessmentcase",
                        ROOT + ".credential",
                        ROOT + ".criteria",
                        ROOT + ".evidence",
                        ROOT + ".fingerprint",
                        ROOT + ".judgement",
                        ROOT + ".person",
                        ROOT + ".recognition")
                .check(classes);
    }

    @Test
    void featuresDoNotGoRoundInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingKnowsAnotherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.intake..", "dev.touchstone.issuance..", "dev.touchstone.profile..")
                .check(classes);
    }
}
