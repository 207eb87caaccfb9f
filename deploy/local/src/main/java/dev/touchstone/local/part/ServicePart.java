package dev.touchstone.local.part;

import dev.touchstone.local.Context;
import dev.touchstone.local.Port;
import dev.touchstone.local.Secrets;
import dev.touchstone.local.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a JVM of its own. */
final class ServicePart implements Part {
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
    /** An idle service is to hold no more than 220 MB; most of it is not heap. */
    private static final List<String> HEAP = List.of("-Xms32m", "-Xmx192m", "-Xmn12m");

    private final Context context;
    private final Service service;
    private final HttpClient http;

    ServicePart(Context context, Service service, HttpClient http) {
        this.context = context;
        this.service = service;
        this.http = http;
    }

    @Override
    public String name() {
        return service.label();
    }

    @Override
    public List<Port> ports() {
        return List.of(service.http(), service.management());
    }

    @Override
    public List<String> command() {
        var jar = context.home().repository().resolve("services/" + name() + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new UserError(name() + " is not built; ./touchstone up builds it, or mvn package");
        }
        var command = new ArrayList<String>();
        command.add(Java.executable());
        command.addAll(Java.SMALL);
        command.addAll(HEAP);
        context.settings().serviceJavaOptions().lines().forEach(line -> command.addAll(List.of(line.split("\\s+"))));
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        var settings = context.settings();
        var environment = new HashMap<>(Java.ENVIRONMENT);
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service.http())));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.port(service.management())));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.http(Port.OPENID));
        service.database()
                .ifPresentOrElse(
                        database -> addPostgres(environment, database),
                        () -> environment.put("MONGODB_URI", settings.mongo()));
        addOwn(environment);
        return environment;
    }

    @Override
    public boolean isReady() {
        var health = URI.create(context.settings().http(service.management()) + "/q/health/ready");
        try {
            var request =
                    HttpRequest.newBuilder(health).timeout(HEALTH_PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<String> addresses() {
        return List.of(context.settings().http(service.http()));
    }

    private void addOwn(Map<String, String> environment) {
        switch (service) {
            case EVIDENCE_INTAKE -> environment.put("TOUCHSTONE_INTAKE_MASTER_KEY", masterKey());
            case CREDENTIAL_ISSUANCE -> {
                environment.put("TOUCHSTONE_ISSUANCE_MASTER_KEY", masterKey());
                environment.put(
                        "TOUCHSTONE_ISSUANCE_PUBLIC_URL", context.settings().http(Port.CREDENTIAL_ISSUANCE));
                environment.put(
                        "TOUCHSTONE_ISSUANCE_EVIDENCE_URL",
                        context.settings().http(Port.EVIDENCE_INTAKE) + "/intake/v1/evidence");
            }
            case ASSESSMENT, SKILLS_PROFILE -> {}
        }
    }

    /** What the service keeps sealed in its database opens with this only. */
    private String masterKey() {
        return new Secrets(context.home()).key(name() + ".key");
    }

    private void addPostgres(Map<String, String> environment, String database) {
        var address = "localhost:" + context.settings().port(Port.POSTGRESQL) + "/" + database;
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address);
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", new Secrets(context.home()).get(database));
    }
}
