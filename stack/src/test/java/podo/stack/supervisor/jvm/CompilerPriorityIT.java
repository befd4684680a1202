package podo.stack.supervisor.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

class CompilerPriorityIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ServiceModule SERVICE =
            new ServiceModule("fake", "services/fake", 64, Optional.empty(), EnumSet.noneOf(ServiceModule.Need.class));

    @TempDir
    Path project;

    @Test
    void c2WaitsUntilTheStackIsReady() throws Exception {
        var process = start("auto");
        try {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(priority(process.pid())).isPositive());

            CompilerPriority.restore(process.pid());

            assumeTrue(System.getProperty("user.name").equals("root"), "only root may raise a priority");
            assertThat(priority(process.pid())).isZero();
        } finally {
            process.kill();
        }
    }

    @Test
    void otherSettingsLeaveThePriorityAlone() throws Exception {
        var process = start("full");
        try {
            assertThat(priority(process.pid())).isZero();
        } finally {
            process.kill();
        }
    }

    /** Otherwise Linux would give each service the same share, and an idle one's compiler as much as the requests of a busy one. */
    @Test
    void servicesShareOneSessionAndATerminalDoesNotEndThem() throws Exception {
        var process = start("auto");
        try {
            assertThat(session(process.pid()))
                    .isEqualTo(session(ProcessHandle.current().pid()));

            for (var signal : List.of("INT", "HUP", "TSTP")) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }

            assertThat(ProcessHandle.of(process.pid()).orElseThrow().onExit())
                    .as("goes on")
                    .failsWithin(Duration.ofSeconds(2))
                    .withThrowableOfType(TimeoutException.class);
            assertThat(state(process.pid())).isNotEqualTo("T");
        } finally {
            process.kill();
        }
    }

    private static String state(long pid) throws IOException {
        return stat(pid)[0];
    }

    private static String session(long pid) throws IOException {
        return stat(pid)[3];
    }

    /** What follows the name. */
    private static String[] stat(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private ManagedProcess start(String jit) throws Exception {
        var settings =
                new StackSettings(Map.of("PODO_PROJECT", project.toString(), "PODO_JIT", jit, "PODO_AOT", "off"));
        var folders = StackFolders.of(settings);
        FakeService.pack(SERVICE.jar(project), Instant.EPOCH, "own", "door");
        var port = Ports.free();
        var process = new ManagedProcess(
                new ServiceProgram(
                        "fake", SERVICE, port, folders, Map.of("SERVER_PORT", Integer.toString(port)), settings, false),
                folders.log("fake"),
                started -> {});
        process.start();
        return process;
    }

    /** Of the first C2 thread, compared with its process. */
    private static int priority(long pid) {
        var thread = CompilerPriority.c2Threads(pid).getFirst();
        return CompilerPriority.niceness(Path.of("/proc", Long.toString(pid), "task", thread, "stat"))
                - CompilerPriority.niceness(Path.of("/proc", Long.toString(pid), "stat"));
    }
}
