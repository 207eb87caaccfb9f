package dev.touchstone.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] FEATURES = {
        "dev.touchstone.intake.document..",
        "dev.touchstone.intake.people..",
        "dev.touchstone.intake.file..",
        "dev.touchstone.intake.bulk..",
        "dev.touchstone.intake.witness..",
        "dev.touchstone.intake.directory..",
        "dev.touchstone.intake.evidence..",
        "dev.touchstone.intake.connection..",
        "dev.touchstone.intake.structured..",
        "dev.touchstone.intake.payload..",
        "dev.touchstone.intake.delivery..",
        "dev.touchstone.intake.preset..",
        "dev.touchstone.intake.fetch..",
        "dev.touchstone.intake.xapi..",
        "dev.touchstone.intake.cloudevents.."
    };

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.touchstone.intake");

    @Test
    void featuresKnowNothingButTheLanguageAndEachOther() {
        classes()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat("java..", "javax.crypto.."))
                .check(service);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.touchstone.intake.(*)..")
                .should()
                .beFreeOfCycles()
                .check(service);
    }

    @Test
    void nobodyReachesAroundTheServiceBoundary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.touchstone.assessment..", "dev.touchstone.issuance..", "dev.touchstone.profile..")
                .check(service);
    }

    @Test
    void onlyThePostgresAdapterKnowsHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.touchstone.intake.adapter.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.vertx.sqlclient..", "java.sql..")
                .check(service);
    }

    private static String[] concat(String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(FEATURES), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
