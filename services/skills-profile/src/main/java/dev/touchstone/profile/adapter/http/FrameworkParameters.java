package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.profile.framework.Framework;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sheet itself does not say about a framework. For the published one only its version may be given; the licence
 * is known. An organisation's own needs a title, a licence and the sentence to show beside it.
 */
public class FrameworkParameters {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");
    private static final int MAX_TEXT = 500;

    @QueryParam("frameworkId")
    String frameworkId;

    @QueryParam("title")
    String title;

    @QueryParam("publisher")
    String publisher;

    @QueryParam("version")
    String version;

    @QueryParam("licence")
    String licence;

    @QueryParam("attribution")
    String attribution;

    @QueryParam("source")
    String source;

    Framework framework() {
        List<FieldError> errors = new ArrayList<>();
        String id = frameworkId == null ? Framework.GDAD : frameworkId;
        if (!ID.matcher(id).matches()) {
            errors.add(new FieldError("frameworkId", "Use 3 to 40 lower-case letters, digits and hyphens."));
        }
        boolean own = !Framework.GDAD.equals(id);
        text(errors, "title", title, own);
        text(errors, "licence", licence, own);
        text(errors, "attribution", attribution, own);
        text(errors, "publisher", publisher, false);
        text(errors, "version", version, false);
        text(errors, "source", source, false);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("The framework is not described well enough.", errors);
        }
        return own
                ? new Framework(id, title, publisher, version, licence, attribution, source)
                : Framework.gdad(version);
    }

    private static void text(List<FieldError> errors, String name, String value, boolean required) {
        if (required && (value == null || value.isBlank())) {
            errors.add(new FieldError(name, "An organisation's own framework needs this."));
        } else if (value != null && value.length() > MAX_TEXT) {
            errors.add(new FieldError(name, "At most " + MAX_TEXT + " characters."));
        }
    }
}
