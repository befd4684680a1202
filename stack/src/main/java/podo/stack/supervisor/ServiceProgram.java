package podo.stack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import podo.stack.process.Program;

/** One instance of a service, on a port of its own. */
final class ServiceProgram implements Program {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final ServiceModule service;
    private final int port;
    private final StackFolders home;
    private final Map<String, String> environment;
    private final Jvm jvm;
    private final int heap;
    private final ExtractedJar jar;
    private final Duration patience;
    private volatile boolean recording;

    ServiceProgram(
            String name,
            ServiceModule service,
            int port,
            StackFolders home,
            Map<String, String> environment,
            StackSettings surroundings)
            throws IOException, InterruptedException {
        this.name = name;
        this.service = service;
        this.port = port;
        this.home = home;
        this.environment = environment;
        this.jvm = Jvm.of(surroundings);
        this.heap = surroundings.heap(service.name(), service.heap());
        this.jar = ExtractedJar.of(service.jar(home.project()));
        this.patience = surroundings.patience();
    }

    ServiceModule service() {
        return service;
    }

    int port() {
        return port;
    }

    /** Whether it writes its start-up cache when it ends. */
    boolean recording() {
        return recording;
    }

    void keepRecording() {
        jar.keepRecording();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return home.project();
    }

    @Override
    public List<String> command() {
        try {
            // of several instances only the first writes the cache
            recording = name.equals(service.name()) && jvm.records(jar);
            return jvm.command(jar, heap, recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /** The gateway shows its health on another port, which nobody reaches from outside. Boot opens its port last, so any answer but "not yet" (503) means that the application runs. */
    @Override
    public boolean ready() {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + healthPort() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String healthPort() {
        return environment.getOrDefault("PODO_MANAGEMENT_PORT", Integer.toString(port));
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
