package dev.touchstone.local.part;

import dev.touchstone.local.Context;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The processes of the system. */
public final class Parts {
    private final Part stack;
    private final List<Part> services;

    public Parts(Context context) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        this.stack = new StackPart(context);
        this.services = Arrays.stream(Service.values())
                .<Part>map(service -> new ServicePart(context, service, http))
                .toList();
    }

    /** What the services need before they start. */
    public Part stack() {
        return stack;
    }

    public List<Part> services() {
        return services;
    }

    /** Everything, in the order it is started. */
    public List<Part> all() {
        var all = new ArrayList<Part>();
        all.add(stack);
        all.addAll(services);
        return all;
    }
}
