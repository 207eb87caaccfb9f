package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.adapter.mongo.FrameworkInForce;
import dev.touchstone.profile.framework.Framework;
import dev.touchstone.profile.framework.ImportReport;
import java.time.Instant;

/** A framework in force, with the attribution its licence asks for and what became of its sheet. */
record FrameworkView(
        String frameworkId,
        String title,
        String publisher,
        String version,
        String licence,
        String attribution,
        String source,
        String digest,
        Instant importedAt,
        ImportReport report) {

    static FrameworkView of(FrameworkInForce inForce) {
        Framework framework = inForce.framework();
        return new FrameworkView(
                framework.frameworkId(),
                framework.title(),
                framework.publisher(),
                framework.version(),
                framework.licence(),
                framework.attribution(),
                framework.source(),
                inForce.digest(),
                inForce.importedAt(),
                inForce.report());
    }
}
