package dev.touchstone.intake.preset;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one vendor's system is connected, as this product ships it.
 *
 * @param settings of the connection but its template, as an administrator would write them; a value {@code {{name}}} is
 *     the administrator's to give
 * @param template JSONata; null where the channel needs none
 * @param fetch what a connection may ask of the vendor, for those who give credentials for it; null where that is not known
 * @param placeholders what the administrator has to give, by name, with what it means
 * @param documentation what it was written by
 * @param checked how far it was held against that
 * @param notChecked what was not; null if nothing is left
 */
public record Preset(
        String name,
        String title,
        String vendor,
        Map<String, Object> settings,
        String template,
        Map<String, Object> fetch,
        Map<String, String> placeholders,
        List<String> documentation,
        Checked checked,
        String notChecked) {

    /** What an administrator may not change: it is what makes it this preset. */
    static final Set<String> FIXED = Set.of("source", "channel");
}
