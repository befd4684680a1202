package podo.stack.supervisor.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.supervisor.settings.BackingServers;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSecrets;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.RunFolder;

@EnabledForJreRange(min = JRE.JAVA_25)
class CacheTrainerIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final ServiceModule SERVICE =
            new ServiceModule("fake", "services/fake", 64, Optional.empty(), EnumSet.noneOf(ServiceModule.Need.class));

    @TempDir
    Path project;

    private StackSettings settings;
    private StackFolders folders;
    private RunFolder run;
    private CacheTrainer trainer;

    @BeforeEach
    void arrange() throws Exception {
        settings = new StackSettings(Map.of("PODO_PROJECT", project.toString()));
        folders = StackFolders.of(settings);
        run = new RunFolder(folders);
        FakeService.pack(SERVICE.jar(project), Instant.EPOCH, "own", "door");
        var secrets = StackSecrets.of(folders, settings);
        var servers = BackingServers.of(folders, settings, secrets);
        trainer = new CacheTrainer(
                folders, settings, new ProcessEnvironments(settings, secrets, servers), run, new Console());
    }

    @Test
    void recordsACacheWithWhichTheServiceStarts() throws Exception {
        trainer.trainMissing(List.of(SERVICE), false);

        var service = service();
        assertThat(service.cache().exists()).isTrue();
        assertThat(service.command()).contains("-XX:AOTCache=" + service.cache().file());
        assertThat(run.all()).isEmpty();
        starts(service);
    }

    @Test
    void aDamagedCacheIsNotUsed() throws Exception {
        Files.writeString(service().cache().file(), "not a cache");

        starts(service());
    }

    @Test
    void stoppingEndsTheTrainingAtOnceAndLeavesNothing() throws Exception {
        var training = Thread.ofVirtual().start(() -> trainer.trainMissing(List.of(SERVICE), false));
        await().atMost(TIMEOUT).until(() -> run.find("training-fake").isPresent());
        var process =
                run.find("training-fake").flatMap(RunFolder.Entry::process).orElseThrow();

        trainer.stop();

        assertThat(training.join(Duration.ofSeconds(10))).isTrue();
        assertThat(process.isAlive()).isFalse();
        assertThat(run.all()).isEmpty();
        try (var files = Files.list(service().cache().file().resolveSibling("."))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("fake-1.0.jar", "lib");
        }
    }

    @Test
    void aTrainingProcessIsFoundByNobody() {
        var serving = Map.of("SERVER_ADDRESS", "0.0.0.0", "PODO_GATEWAY_PORT", "8080", "PODO_PASS_SECRET", "secret");
        var gateway = ServiceModule.ALL.stream()
                .filter(service -> service.name().equals("gateway-mvc"))
                .findAny()
                .orElseThrow();

        var training = TrainingProgram.environment(gateway, serving, 4711, project);

        assertThat(training)
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("PODO_GATEWAY_PORT", "4711")
                .containsEntry("EUREKA_CLIENT_REGISTERWITHEUREKA", "false")
                .containsEntry("SPRING_KAFKA_LISTENER_AUTOSTARTUP", "false")
                .containsEntry("PODO_HOME", project.toString())
                .containsEntry("PODO_PASS_SECRET", "secret");
    }

    @Test
    void theMailboxOfATrainingProcessTakesAPortOfItsOwn() {
        var simulator = ServiceModule.ALL.stream()
                .filter(service -> service.name().equals("toss-simulator"))
                .findAny()
                .orElseThrow();

        var training = TrainingProgram.environment(simulator, Map.of("PODO_SMTP_PORT", "2525"), 4711, project);

        assertThat(training).containsEntry("PODO_SMTP_PORT", "0");
    }

    private ServiceProgram service() throws IOException {
        var port = Ports.free();
        return new ServiceProgram(
                "fake", SERVICE, port, folders, Map.of("SERVER_PORT", Integer.toString(port)), settings, false);
    }

    private void starts(ServiceProgram service) {
        var process = new ManagedProcess(service, folders.log("fake"), started -> {});
        try {
            process.start();
            assertThat(process.alive()).isTrue();
        } finally {
            process.kill();
        }
    }
}
