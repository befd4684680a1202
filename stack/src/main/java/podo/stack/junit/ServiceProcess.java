package podo.stack.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;

/** A second instance of a test's service, in its own process on the same servers, which a test can kill. */
public final class ServiceProcess implements Program {

    private final int port = Ports.free();
    private final Class<?> application;
    private final ConfigurableEnvironment environment;
    private final List<String> options;
    private final Path home;
    private final ManagedProcess process;

    /**
     * @param environment of the test, whose servers and secrets are passed on
     * @param options further settings, {@code name=value}
     */
    public ServiceProcess(Class<?> application, ConfigurableEnvironment environment, Stream<String> options) {
        this.application = application;
        this.environment = environment;
        this.options = options.map(option -> "--" + option).toList();
        try {
            home = Files.createTempDirectory("podo-" + name() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = new ManagedProcess(this, home.resolve(name() + ".log"), started -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    public int port() {
        return port;
    }

    /** The process, to be started, killed and awaited. */
    public ManagedProcess process() {
        return process;
    }

    @Override
    public String name() {
        return environment.getRequiredProperty("spring.application.name");
    }

    @Override
    public Path folder() {
        return home;
    }

    @Override
    public List<String> command() {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx320m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                application.getName(),
                                "--server.port=" + port,
                                "--eureka.client.enabled=false",
                                "--spring.cloud.config.enabled=false"),
                        options.stream())
                .toList();
    }

    @Override
    public Map<String, String> environment() {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith("PODO_"))
                .distinct()
                .collect(java.util.stream.Collectors.toMap(name -> name, environment::getRequiredProperty));
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    /** Eight minutes: a machine that is busy with other tests starts a service slowly. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }
}
