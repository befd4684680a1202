package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.ListenAddresses;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.tls.ServiceCalls;

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
    private final boolean records;
    private final HeldBackCompiler compiler;

    /** @param records whether the process writes an AOT cache when it ends, unless there is one */
    public ServiceProgram(
            String name,
            ServiceModule service,
            int port,
            StackFolders folders,
            Map<String, String> environment,
            StackSettings settings,
            boolean records)
            throws IOException {
        this.name = name;
        this.service = service;
        this.port = port;
        this.folders = folders;
        this.environment = environment;
        var options = JvmOptions.of(settings);
        this.jvm = service.isInfrastructure() ? options.withC1Only() : options;
        this.compiler = new HeldBackCompiler(name, jvm);
        this.heap = settings.heap(service.name(), service.heap());
        this.jar = ExtractedJar.of(service.jar(folders.project()), folders.builds(service.name()));
        this.patience = settings.patience();
        this.records = records && !cache().exists();
    }

    public ServiceModule service() {
        return service;
    }

    public int port() {
        return port;
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
        return records ? jvm.recordingCommand(jar, heap) : jvm.command(jar, heap);
    }

    /** One for all services, so that a compiler of low priority also waits for the requests of the other services. */
    @Override
    public boolean ownSession() {
        return false;
    }

    /** Extracted. */
    ExtractedJar jar() {
        return jar;
    }

    /** The cache that a start of this build uses. */
    public AotCache cache() {
        return jar.cache(jvm);
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
        var address = URI.create(healthAddress());
        if (ListenAddresses.LOOPBACK.equals(address.getHost()) && !Ports.answers(address.getPort())) {
            return false; // asked 20 times a second during a start; a refused HTTP call costs much more
        }
        var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return client().send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Scheme, host and port at which the service answers this machine. */
    String address() {
        return ServiceCalls.address(environment, ownHost(), port);
    }

    /** A client that the service answers. */
    HttpClient client() {
        return ServiceCalls.client(environment, folders.home());
    }

    private String ownHost() {
        return ListenAddresses.host(environment.getOrDefault("SERVER_ADDRESS", ListenAddresses.LOOPBACK));
    }

    private String healthAddress() {
        var management = environment.get("PODO_MANAGEMENT_PORT");
        var host = environment.get("PODO_MANAGEMENT_ADDRESS");
        return management == null
                ? address()
                : "http://" + (host == null ? ownHost() : ListenAddresses.host(host)) + ":" + management;
    }

    @Override
    public void onLaunch(ProcessHandle process) {
        compiler.onLaunch(process);
    }

    @Override
    public void onReady() {
        compiler.onReady();
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
