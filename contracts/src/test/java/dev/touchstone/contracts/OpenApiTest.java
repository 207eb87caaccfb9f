package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.touchstone.contracts.OpenApiDocument.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every HTTP interface of ours promises. Whether a service keeps it is tested in the service. */
class OpenApiTest {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    static Stream<OpenApiDocument> documents() {
        return OpenApiDocument.all().stream();
    }

    static Stream<Operation> operations() {
        return documents().flatMap(document -> document.operations().stream());
    }

    @Test
    void everyServiceHasADocumentAndThereIsOneOfWhatAllOffer() {
        // Given
        Set<String> expected = new TreeSet<>(Catalogue.read().services());
        expected.add("operations");

        // When
        Stream<String> documents = documents().map(OpenApiDocument::service);

        // Then
        assertThat(documents).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isOpenApi31(OpenApiDocument document) {
        assertThat(document.root().path("openapi").asText()).matches("3\\.1\\.\\d+");
        assertThat(document.root().at("/info/title").asText()).isNotBlank();
        assertThat(document.root().at("/info/version").asText()).isNotBlank();
        assertThat(document.operations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyReferenceLeadsSomewhere(OpenApiDocument document) {
        // When
        List<String> dead = document.root().findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || document.root().at(reference.substring(1)).isMissingNode())
                .toList();

        // Then
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyComponentSchemaIsAValidSchema(OpenApiDocument document) {
        // Given
        JsonNode schemas = document.root().at("/components/schemas");

        // When
        List<String> invalid = SchemaTree.names(schemas).stream()
                .filter(name ->
                        !SchemaCheck.ofSchemas().violations(schemas.path(name)).isEmpty())
                .toList();

        // Then
        assertThat(schemas).isNotEmpty();
        assertThat(invalid).isEmpty();
    }

    /** Services check requests with Jackson's reader, which takes an alias for a text. */
    @ParameterizedTest
    @MethodSource("documents")
    void schemasUseNoAliases(OpenApiDocument document) throws IOException {
        // When
        JsonNode asServicesReadIt = new YAMLMapper().readTree(ContractFiles.text(document.file()));

        // Then
        assertThat(asServicesReadIt.at("/components/schemas"))
                .isEqualTo(document.root().at("/components/schemas"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void operationIdsAreUnique(OpenApiDocument document) {
        assertThat(document.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z0-9]+"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhoMayCallIt(Operation operation) {
        // When
        List<String> schemes = new ArrayList<>();
        operation.security().forEach(requirement -> schemes.addAll(SchemaTree.names(requirement)));

        // Then
        assertThat(operation.security().isArray()).as("security, if only []").isTrue();
        assertThat(schemes)
                .isSubsetOf(SchemaTree.names(operation.document().root().at("/components/securitySchemes")));
        if (!schemes.isEmpty()) {
            assertThat(operation.node().path("responses").has("401")).as("401").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesWithProblems(Operation operation) {
        // Given
        JsonNode responses = operation.node().path("responses");

        // When
        List<String> refusals = SchemaTree.names(responses).stream()
                .filter(status -> status.matches("[45]..|default"))
                .toList();
        List<String> withoutProblem = refusals.stream()
                // A standard of its own may say how its refusals look.
                .filter(status ->
                        !operation.document().resolve(responses.path(status)).has("x-specified-by"))
                .filter(status -> !operation
                        .document()
                        .resolve(responses.path(status))
                        .path("content")
                        .path("application/problem+json")
                        .has("schema"))
                .toList();

        // Then
        assertThat(refusals).isNotEmpty();
        assertThat(withoutProblem).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresThePartsOfItsPath(Operation operation) {
        // When
        List<String> inPath = PATH_PARAMETER
                .matcher(operation.path())
                .results()
                .map(MatchResult::group)
                .map(part -> part.substring(1, part.length() - 1))
                .toList();

        // Then
        assertThat(operation.pathParameters()).containsExactlyInAnyOrderElementsOf(inPath);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNoUnknownFields(Operation operation) {
        // When
        List<JsonNode> open = operation.requestSchemas().stream()
                .flatMap(schema -> operation.document().reachable(schema).stream())
                .filter(OpenApiTest::isObject)
                .filter(schema -> !isClosed(schema))
                .toList();

        // Then
        assertThat(open).isEmpty();
    }

    private static boolean isObject(JsonNode schema) {
        return schema.has("properties") || "object".equals(schema.path("type").asText());
    }

    /** Closed, or a map whose values have a schema, or the document of another's specification, which is named. */
    private static boolean isClosed(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        return others.isObject()
                || (others.isBoolean() && !others.asBoolean())
                || schema.path("x-specified-by").asText().startsWith("https://");
    }
}
