package dev.touchstone.chassis.postgres;

import dev.touchstone.testkit.TouchstoneStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the chassis in a service of its own, on the real broker and database. */
@QuarkusTest
@WithTestResource(
        value = TouchstoneStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "stores", value = "postgres"),
            @ResourceArg(name = "database", value = "chassis")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChassisIT {}
