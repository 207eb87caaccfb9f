package dev.touchstone.chassis.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a request body and names its schema in the service's API description: the contract is what is enforced. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestSchema {

    /** Name under {@code components/schemas}. */
    String value();
}
