package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.delivery.FetchPlan;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.fetch.FetchRequest;
import dev.touchstone.intake.fetch.FetchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what a delivery would have its system asked. Nothing is asked. */
final class FetchDescriptions {

    private final FetchPlan plan;

    FetchDescriptions(PayloadTemplates templates) {
        this.plan = new FetchPlan(templates);
    }

    /** Null where nothing is fetched, or the delivery cannot be read. */
    List<FetchDescription> of(
            Connection connection, Map<String, String> headers, byte[] body, Map<String, Object> fetched) {
        try {
            return connection.settings().fetch() == null
                    ? null
                    : of(connection, headers, Payloads.payload(connection, headers, body), fetched);
        } catch (Unreadable e) {
            return null;
        }
    }

    /** Without what was fetched the list ends where a request needs it. */
    List<FetchDescription> of(
            Connection connection, Map<String, String> headers, Object notification, Map<String, Object> fetched) {
        FetchSettings settings = connection.settings().fetch();
        if (settings == null) {
            return null;
        }
        List<FetchDescription> described = new ArrayList<>();
        for (FetchRequest request : settings.requests()) {
            try {
                plan.address(settings, request, notification, fetched == null ? Map.of() : fetched, headers)
                        .ifPresent(address -> described.add(FetchDescription.of(settings, request, address)));
            } catch (Unreadable e) {
                if (fetched != null || described.isEmpty()) {
                    described.add(FetchDescription.refused(request, e.getMessage()));
                }
                break;
            }
        }
        return described;
    }
}
