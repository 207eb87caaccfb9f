package dev.touchstone.chassis.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads parameters of queries that are no texts. JAX-RS would answer 404 where one cannot be read, as if the address
 * were wrong; here it is 400 with the parameter's name. Paths are left alone: an id that is none names nothing.
 */
@Provider
public class TypedParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> ((QueryParam) annotation).value())
                        .findFirst()
                        .orElse(null);
        if (name == null) {
            return null;
        }
        if (type == Integer.class) {
            return (ParamConverter<T>) new Typed<>(name, "must be a whole number", Integer::valueOf);
        }
        if (type == Boolean.class) {
            return (ParamConverter<T>) new Typed<>(name, "must be true or false", TypedParameters::flag);
        }
        return type == UUID.class ? (ParamConverter<T>) new Typed<>(name, "must be a UUID", UUID::fromString) : null;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Typed<V>(String name, String otherwise, Function<String, V> reader) implements ParamConverter<V> {

        @Override
        public V fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw ProblemException.invalid("A parameter is not valid.", List.of(new FieldError(name, otherwise)));
            }
        }

        @Override
        public String toString(V value) {
            return String.valueOf(value);
        }
    }
}
