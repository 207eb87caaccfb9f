package dev.touchstone.intake.support;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service on the real broker and the real database. */
@QuarkusTest
@WithTestResource(
        value = GatedStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {@ResourceArg(name = "stores", value = "postgres"), @ResourceArg(name = "database", value = "intake")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IntakeIT {}
