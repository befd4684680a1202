package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.ServiceModule;

/**
 * A process of a service that serves nobody: it starts, answers a few requests and writes the service's AOT cache when it ends. It
 * does not register itself and takes no messages.
 */
final class TrainingProgram implements Program {
    private static final int ROUNDS = 5;

    private final ServiceProgram service;
    private final boolean inIdleTime;

    /** @param inIdleTime whether it runs at the lowest priority, because the stack serves meanwhile */
    TrainingProgram(ServiceProgram service, boolean inIdleTime) {
        this.service = service;
        this.inIdleTime = inIdleTime;
    }

    /**
     * The environment of a training run: that of the service, except that the process is found by nobody and changes nothing.
     *
     * @param scratch a folder for files that the service itself writes
     */
    static Map<String, String> environment(ServiceModule service, Map<String, String> serving, int port, Path scratch) {
        var environment = new HashMap<>(serving);
        environment.put("SERVER_ADDRESS", "127.0.0.1"); // whatever the service itself is open to
        environment.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
        environment.put("SPRING_KAFKA_LISTENER_AUTOSTARTUP", "false");
        environment.put("PODO_HOME", scratch.toString());
        if (!service.needs(ServiceModule.Need.SMTP)) {
            // the simulator's mailbox: the one of the stack has the port
            environment.computeIfPresent("PODO_SMTP_PORT", (name, taken) -> "0");
        }
        service.fixedPort().ifPresent(fixed -> environment.put(fixed.variable(), Integer.toString(port)));
        return Map.copyOf(environment);
    }

    AotCache cache() {
        return service.cache();
    }

    @Override
    public String name() {
        return "training-" + service.name();
    }

    @Override
    public Path folder() {
        return service.folder();
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(inIdleTime ? Niceness.lowest() : List.<String>of());
        command.addAll(service.command());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return service.environment();
    }

    @Override
    public void onLaunch(ProcessHandle process) {
        if (inIdleTime) {
            Niceness.lowerSessionOf(process);
        }
    }

    @Override
    public boolean ready() {
        return service.ready();
    }

    @Override
    public Duration patience() {
        return service.patience();
    }

    /** Requests that need no account; what they answer does not matter, only that the classes for it are loaded. */
    void exercise() throws InterruptedException {
        var paths = switch (service.service().name()) {
            case "web-frontend", "gateway-mvc" -> List.of("/", "/?lang=en", "/login", "/api/events", "/no-such-page");
            case "event" -> List.of("/api/events", "/api/events/1", "/api/venues");
            default -> List.of("/api/tickets", "/no-such-path");
        };
        for (int round = 0; round < ROUNDS; round++) {
            for (var path : paths) {
                send(service.client(), path);
            }
        }
    }

    private void send(HttpClient http, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            // a request that fails trains as well as one that succeeds
        }
    }
}
