package dev.touchstone.issuance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.touchstone.issuance";
    private static final String[] FEATURES = {
        ROOT + ".achievement..",
        ROOT + ".award..",
        ROOT + ".badge..",
        ROOT + ".credential..",
        ROOT + ".document..",
        ROOT + ".issuer..",
        ROOT + ".lint..",
        ROOT + ".proof..",
        ROOT + ".publication..",
        ROOT + ".status..",
        ROOT + ".verification.."
    };
    private static final String[] FEATURES_AND_JAVA = withJava();

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void featuresDependOnJavaAndOnEachOtherOnly() {
        classes()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(FEATURES_AND_JAVA)
                .check(main);
    }

    @Test
    void everyClassLivesInAFeatureAnAdapterOrTheRoot() {
        classes()
                .should()
                .resideInAnyPackage(FEATURES)
                .orShould()
                .resideInAnyPackage(ROOT, ROOT + ".adapter..")
                .check(main);
    }

    @Test
    void librariesStayBehindTheirAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".adapter.jsonld..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.apicatalog..")
                .check(main);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".adapter.bouncycastle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .check(main);
    }

    private static String[] withJava() {
        String[] all = java.util.Arrays.copyOf(FEATURES, FEATURES.length + 1);
        all[FEATURES.length] = "java..";
        return all;
    }
}
