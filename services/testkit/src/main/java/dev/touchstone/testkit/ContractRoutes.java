package dev.touchstone.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Compares the routes in the code with the API description: neither may have one that the other lacks. */
public final class ContractRoutes {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private ContractRoutes() {}

    /**
     * @param description on the class path, e.g. {@code openapi/assessment.yaml}
     * @param packages whose JAX-RS resources implement it
     * @throws AssertionError naming the routes on one side only
     */
    public static void assertImplements(String description, String... packages) {
        compare(
                description,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages));
    }

    static void compare(String description, JavaClasses classes) {
        Set<String> promised = promised(description);
        Set<String> implemented = implemented(classes);
        Set<String> missing = new TreeSet<>(promised);
        missing.removeAll(implemented);
        Set<String> undescribed = new TreeSet<>(implemented);
        undescribed.removeAll(promised);
        if (!missing.isEmpty() || !undescribed.isEmpty()) {
            throw new AssertionError(
                    "promised but not there: " + missing + "; there but not described: " + undescribed);
        }
    }

    private static Set<String> promised(String description) {
        Set<String> routes = new TreeSet<>();
        try (InputStream yaml = ContractRoutes.class.getClassLoader().getResourceAsStream(description)) {
            if (yaml == null) {
                throw new AssertionError(description + " is not on the class path");
            }
            JsonNode paths = new ObjectMapper(new YAMLFactory()).readTree(yaml).path("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            routes.add(route(method, path.getKey()));
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    private static Set<String> implemented(JavaClasses classes) {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getMethods().forEach(method -> addRoutes(routes, type, method));
            }
        }
        return routes;
    }

    private static void addRoutes(Set<String> routes, JavaClass type, JavaMethod method) {
        String base = type.getAnnotationOfType(Path.class).value();
        String path = method.isAnnotatedWith(Path.class)
                ? base + "/" + method.getAnnotationOfType(Path.class).value()
                : base;
        method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .forEach(annotation -> routes.add(route(
                        annotation
                                .getRawType()
                                .getAnnotationOfType(HttpMethod.class)
                                .value(),
                        path)));
    }

    /** Names and patterns of path parameters do not matter. */
    private static String route(String method, String path) {
        String plain = ("/" + path)
                .replaceAll("\\{([^{}]|\\{[^{}]*})*}", "{}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
        return method.toUpperCase(java.util.Locale.ROOT) + " " + plain;
    }
}
