package dev.touchstone.intake.support;

import dev.touchstone.testkit.TouchstoneStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** The stack that all tests of this service share. */
@WithTestResource(
        value = TouchstoneStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {@ResourceArg(name = "stores", value = "postgres"), @ResourceArg(name = "database", value = "intake")
        })
public abstract class IntakeStack {}
