package dev.touchstone.local.part;

import dev.touchstone.local.Context;
import dev.touchstone.local.Port;
import dev.touchstone.local.stack.StackProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kafka, PostgreSQL, the MongoDB-wire server and the OpenID provider, in one JVM (PostgreSQL as its child). */
final class StackPart implements Part {
    private static final int CONNECT_MILLIS = 500;

    private final Context context;

    StackPart(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public List<Port> ports() {
        var ports = new ArrayList<>(List.of(Port.POSTGRESQL, Port.KAFKA, Port.OPENID));
        if (context.settings().externalMongo().isEmpty()) {
            ports.add(Port.MONGODB);
        }
        return ports;
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<String>();
        command.add(Java.executable());
        command.addAll(Java.SMALL);
        // The broker waits for disk and network; what a second compiler takes while everything starts, it never gives
        // back.
        command.addAll(List.of("-Xms48m", "-Xmx320m", "-XX:TieredStopAtLevel=1"));
        command.add("-Dtouchstone.home=" + context.home().repository());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StackProcess.class.getName()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        var environment = new HashMap<>(context.settings().toEnvironment());
        environment.putAll(Java.ENVIRONMENT);
        return environment;
    }

    @Override
    public boolean isReady() {
        return ports().stream().allMatch(port -> answers(context.settings().port(port)));
    }

    @Override
    public List<String> addresses() {
        return ports().stream()
                .map(port -> port.name().toLowerCase(Locale.ROOT) + " localhost:"
                        + context.settings().port(port))
                .toList();
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
