package dev.touchstone.profile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

    private static final String[] FEATURES = {
        "dev.touchstone.profile.access..",
        "dev.touchstone.profile.catalogue..",
        "dev.touchstone.profile.fit..",
        "dev.touchstone.profile.framework..",
        "dev.touchstone.profile.inventory..",
        "dev.touchstone.profile.passport..",
        "dev.touchstone.profile.rebuild..",
        "dev.touchstone.profile.unit.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.touchstone.profile");

    @Test
    void featuresKnowJavaAndEachOtherOnly() {
        String[] allowed = java.util.Arrays.copyOf(FEATURES, FEATURES.length + 1);
        allowed[FEATURES.length] = "java..";
        classes()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(CLASSES);
    }

    @Test
    void everyClassIsAFeatureAnAdapterOrTheConfiguration() {
        String[] known = java.util.Arrays.copyOf(FEATURES, FEATURES.length + 1);
        known[FEATURES.length] = "dev.touchstone.profile.adapter..";
        classes()
                .that()
                .resideOutsideOfPackages(known)
                .should()
                .haveSimpleNameStartingWith("ProfileConfig")
                .orShould()
                .beMemberClasses()
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreAdapterKnowsMongo() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.touchstone.profile.adapter.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "io.quarkus.mongodb..")
                .check(CLASSES);
    }

    @Test
    void theStoreAdapterKnowsNeitherKafkaNorHttp() {
        noClasses()
                .that()
                .resideInAPackage("dev.touchstone.profile.adapter.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.touchstone.profile.adapter.kafka..",
                        "dev.touchstone.profile.adapter.http..",
                        "org.apache.kafka..",
                        "jakarta.ws.rs..")
                .check(CLASSES);
    }
}
