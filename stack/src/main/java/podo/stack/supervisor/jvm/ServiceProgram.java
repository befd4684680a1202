package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.tls.ProcessTls;

/** One instance of a service. */
public final class ServiceProgram implements Program {
    private final String name;
    private final ServiceModule service;
    private final int port;
    private final StackFolders folders;
    private final Map<String, String> environment;
    private final JvmOptions jvm;
    private final int heap;
    private final ExtractedJar jar;
    private final Duration patience;
    private final ProcessTls tls;
    private volatile boolean recording;

    public ServiceProgram(
            String name,
            ServiceModule service,
            int port,
            StackFolders folders,
            Map<String, String> environment,
            StackSettings settings,
            ProcessTls tls)
            throws IOException, InterruptedException {
        this.name = name;
        this.service = service;
        this.port = port;
        this.folders = folders;
        this.environment = environment;
        this.jvm = JvmOptions.of(settings);
        this.heap = settings.heap(service.name(), service.heap());
        this.jar = ExtractedJar.of(service.jar(folders.project()));
        this.patience = settings.patience();
        this.tls = tls;
    }

    public ServiceModule service() {
        return service;
    }

    public int port() {
        return port;
    }

    /** Whether the process writes an AOT cache when it ends. */
    public boolean isRecording() {
        return recording;
    }

    /** Makes the recorded cache the one that later starts use. */
    public void adoptRecording() {
        jar.adoptRecording();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return folders.project();
    }

    @Override
    public List<String> command() {
        try {
            // of several instances only the first records the cache
            recording = name.equals(service.name()) && jvm.shouldRecord(jar);
            return jvm.command(jar, heap, recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Any status below 500 counts as ready: Boot opens its port last, so only 503 means "not yet". The gateway serves its
     * health on a separate management port.
     */
    @Override
    public boolean ready() {
        var request = HttpRequest.newBuilder(URI.create(healthAddress() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return tls.client().send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String healthAddress() {
        var management = environment.get("PODO_MANAGEMENT_PORT");
        return management == null
                ? tls.scheme(service.name()) + "://127.0.0.1:" + port
                : "http://127.0.0.1:" + management;
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
