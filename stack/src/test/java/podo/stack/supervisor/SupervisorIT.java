package podo.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.Ports;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.watch.RunFolder;

/** Runs the supervisor as a process on a project without built services, so that only database, Redis and Kafka start. */
class SupervisorIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TempDir
    Path project;

    private RunFolder run;
    private String gatewayPort;

    @BeforeEach
    void arrange() {
        run = new RunFolder(new StackFolders(project, project.resolve(".podo")));
        gatewayPort = Integer.toString(Ports.free());
    }

    @AfterEach
    void cleanUp() throws Exception {
        assertThat(stack("down").waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatCrashesComesBackWithItsData() throws Exception {
        up();
        var redis = run.find("redis").orElseThrow();
        redis.process().orElseThrow().destroyForcibly();

        await().atMost(TIMEOUT).untilAsserted(() -> {
            var now = run.find("redis").orElseThrow();
            assertThat(now.state()).isEqualTo("up");
            assertThat(now.restarts()).isEqualTo(1);
            assertThat(now.port()).isEqualTo(redis.port());
            assertThat(now.process()).isPresent();
        });
    }

    @Test
    void nothingIsLeftAfterDown() throws Exception {
        up();
        var running = run.all();
        assertThat(running).hasSizeGreaterThanOrEqualTo(4);

        assertThat(stack("down").waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(running).allSatisfy(entry -> assertThat(entry.process()).isEmpty());
        assertThat(run.all()).isEmpty();
    }

    @Test
    void theNextSupervisorEndsWhatAKilledOneLeftRunning() throws Exception {
        up();
        var orphans = run.all();
        run.find(RunFolder.SUPERVISOR).orElseThrow().process().orElseThrow().destroyForcibly();

        up();

        assertThat(orphans).allSatisfy(entry -> assertThat(entry.process()).isEmpty());
        assertThat(run.find("mariadb").flatMap(RunFolder.Entry::process)).isPresent();
    }

    @Test
    void aBusyPortIsNamedAndItsOwnerKeepsRunning() throws Exception {
        try (var listener = new ServerSocket(0)) {
            gatewayPort = Integer.toString(listener.getLocalPort());
            var refused = stack("up");

            assertThat(refused.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(refused.exitValue()).isEqualTo(1);
            assertThat(project.resolve("output")).content().contains(gatewayPort, "PODO_GATEWAY_PORT");
            assertThat(Ports.busy(listener.getLocalPort())).isTrue();
        }
    }

    private void up() throws IOException {
        Files.deleteIfExists(project.resolve(".podo/run/not-ready"));
        var supervisor = stack("up");
        await().atMost(TIMEOUT).until(() -> {
            assertThat(supervisor.isAlive()).isTrue();
            return Files.exists(project.resolve(".podo/run/not-ready"));
        });
    }

    private Process stack(String command) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                "target/classes:target/lib/*",
                "podo.stack.supervisor.StackApplication",
                command));
        builder.environment().remove("PODO_HOME");
        builder.environment().put("PODO_PROJECT", project.toString());
        builder.environment().put("PODO_GATEWAY_PORT", gatewayPort);
        for (var variable : List.of("PODO_SIMULATOR_PORT", "PODO_REGISTRY_PORT", "PODO_CONFIG_PORT")) {
            builder.environment().put(variable, Integer.toString(Ports.free()));
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(project.resolve("output").toFile())
                .start();
    }
}
