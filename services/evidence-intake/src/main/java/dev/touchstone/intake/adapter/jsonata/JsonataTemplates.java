package dev.touchstone.intake.adapter.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.touchstone.intake.delivery.PayloadTemplate;
import dev.touchstone.intake.delivery.PayloadTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Templates in JSONata 2. A template is compiled once and evaluated under {@link Bounds}. {@code $eval} and {@code $pad}
 * are off: with them a payload could bring its own code, or one step use up memory before a bound is looked at.
 */
@ApplicationScoped
public class JsonataTemplates implements PayloadTemplates {

    private static final int MOST_COMPILED = 500;

    /** Least recently used go first. */
    private final Map<String, PayloadTemplate> compiled =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PayloadTemplate> eldest) {
                    return size() > MOST_COMPILED;
                }
            });

    @Override
    public PayloadTemplate compile(String source) {
        PayloadTemplate known = compiled.get(source);
        if (known != null) {
            return known;
        }
        PayloadTemplate template = parse(source);
        compiled.put(source, template);
        return template;
    }

    private static PayloadTemplate parse(String source) {
        try {
            Jsonata expression = Jsonata.jsonata(source);
            return (payload, headers) -> evaluate(expression, payload, headers);
        } catch (JException e) {
            throw new InvalidTemplate("is not JSONata: " + message(e));
        } catch (RuntimeException | StackOverflowError e) {
            // The parser trips over some malformed inputs in ways of its own.
            throw new InvalidTemplate("is not JSONata");
        }
    }

    private static Object evaluate(Jsonata expression, Object payload, Map<String, String> headers) {
        Jsonata.Frame frame = expression.createFrame();
        Bounds.set(frame);
        frame.bind("headers", headers);
        frame.bind("eval", refused("$eval"));
        frame.bind("pad", refused("$pad"));
        try {
            return expression.evaluate(payload, frame);
        } catch (PayloadTemplate.TemplateFailed e) {
            throw e;
        } catch (JException e) {
            throw new PayloadTemplate.TemplateFailed(message(e));
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(e);
        }
    }

    /** With the place in the template, where the library knows it. */
    private static String message(JException failure) {
        return failure.getLocation() > 0
                ? failure.getMessage() + " (at character " + failure.getLocation() + ")"
                : String.valueOf(failure.getMessage());
    }

    /** The library wraps what a function throws. */
    private static PayloadTemplate.TemplateFailed failed(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof PayloadTemplate.TemplateFailed known
                ? known
                : new PayloadTemplate.TemplateFailed("the template failed on this payload");
    }

    private static Jsonata.JFunction refused(String name) {
        return new Jsonata.JFunction(
                (input, arguments) -> {
                    throw new PayloadTemplate.TemplateFailed(name + " is not available here");
                },
                null);
    }
}
