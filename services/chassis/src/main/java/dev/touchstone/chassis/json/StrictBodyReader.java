package dev.touchstone.chassis.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads bodies marked with {@link RequestSchema}: parsed strictly, checked against the contract, then bound. */
@Provider
@Priority(Priorities.USER - 100)
@Consumes(MediaType.APPLICATION_JSON)
public class StrictBodyReader implements MessageBodyReader<Object> {

    private final ContractSchemas schemas;

    StrictBodyReader(ContractSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isAnnotationPresent(RequestSchema.class);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body.readAllBytes());
    }

    /**
     * The body as a record.
     *
     * @throws ProblemException invalid, with a pointer to each error
     */
    public <T> T read(Class<T> type, byte[] body) {
        JsonNode tree = parse(body);
        List<FieldError> errors =
                schemas.errors(type.getAnnotation(RequestSchema.class).value(), tree);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("The body does not follow the API description.", errors);
        }
        try {
            return Json.STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException | IllegalArgumentException mismatch) {
            throw ProblemException.invalid(
                    "The body does not follow the API description.", List.of(bindingError(mismatch)));
        }
    }

    /** The body as JSON; duplicate keys, too deep nesting and trailing text are refused, and what no store can hold. */
    public static JsonNode parse(byte[] body) {
        JsonNode tree;
        try {
            tree = Json.STRICT.readTree(body);
        } catch (StreamConstraintsException tooMuch) {
            throw notJson("The JSON is nested too deeply or holds too long a value.");
        } catch (JsonParseException wrong) {
            throw notJson("Line " + wrong.getLocation().getLineNr() + ", column "
                    + wrong.getLocation().getColumnNr() + ": this is not JSON, or a key is given twice.");
        } catch (IOException wrong) {
            throw notJson("This is not JSON in UTF-8.");
        }
        if (tree == null || tree.isMissingNode()) {
            throw notJson("The body is empty.");
        }
        List<FieldError> unsound = Soundness.errors(tree);
        if (!unsound.isEmpty()) {
            throw ProblemException.invalid("The body holds what cannot be kept.", unsound);
        }
        return tree;
    }

    private static ProblemException notJson(String detail) {
        return ProblemException.invalid("The body could not be read.", List.of(new FieldError("", detail)));
    }

    private static FieldError bindingError(Exception mismatch) {
        if (mismatch instanceof com.fasterxml.jackson.databind.JsonMappingException mapping) {
            StringBuilder pointer = new StringBuilder();
            mapping.getPath()
                    .forEach(step -> pointer.append('/')
                            .append(
                                    step.getFieldName() == null
                                            ? String.valueOf(step.getIndex())
                                            : step.getFieldName()));
            return new FieldError(pointer.toString(), "The value cannot be used here.");
        }
        return new FieldError("", "A value cannot be used here.");
    }
}
