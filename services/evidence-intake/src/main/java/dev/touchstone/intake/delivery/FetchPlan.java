package dev.touchstone.intake.delivery;

import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.fetch.FetchRequest;
import dev.touchstone.intake.fetch.FetchSettings;
import dev.touchstone.intake.fetch.UrlTemplate;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From a notification to the addresses that are asked. */
public final class FetchPlan {

    static final String NOTIFICATION = "notification";
    static final String FETCHED = "fetched";

    private final PayloadTemplates templates;

    public FetchPlan(PayloadTemplates templates) {
        this.templates = templates;
    }

    /** What templates get to see. */
    static Map<String, Object> input(Object notification, Map<String, Object> fetched) {
        Map<String, Object> input = new HashMap<>();
        input.put(NOTIFICATION, notification);
        input.put(FETCHED, fetched);
        return input;
    }

    /** Whether the notification is one that the system is asked about: its first request decides. */
    boolean asks(FetchSettings settings, Object notification, Map<String, String> headers) {
        return address(settings, settings.requests().get(0), notification, Map.of(), headers)
                .isPresent();
    }

    /**
     * Where a request goes; empty if it is not to be made.
     *
     * @param fetched the answers to the requests before it, by name
     * @throws Unreadable with the reason, if its values cannot be had of the notification, or do not fit an address
     */
    public Optional<URI> address(
            FetchSettings settings,
            FetchRequest request,
            Object notification,
            Map<String, Object> fetched,
            Map<String, String> headers) {
        Object values;
        try {
            values = templates.compile(request.values()).apply(input(notification, fetched), headers);
        } catch (PayloadTemplate.TemplateFailed | PayloadTemplates.InvalidTemplate e) {
            throw new Unreadable("template-failed", "fetch " + request.name() + ": " + e.getMessage());
        }
        if (values == null) {
            return Optional.empty();
        }
        if (!(values instanceof Map<?, ?> map)) {
            throw new Unreadable("fetch-values", "fetch " + request.name() + ": values must make an object or nothing");
        }
        try {
            return Optional.of(URI.create(settings.origin() + request.path().fill(map)));
        } catch (UrlTemplate.UnfitValue e) {
            throw new Unreadable("fetch-values", "fetch " + request.name() + ": " + e.getMessage());
        }
    }
}
