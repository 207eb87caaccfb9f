package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.framework.Framework;
import dev.touchstone.profile.framework.ImportReport;
import java.time.Instant;

/**
 * A framework as an organisation uses it.
 *
 * @param importId its roles and skills carry this
 * @param digest {@code sha256:} of the sheet it was read from
 * @param importedBy login of the administrator
 */
public record FrameworkInForce(
        Framework framework,
        String importId,
        String digest,
        Instant importedAt,
        String importedBy,
        ImportReport report) {}
